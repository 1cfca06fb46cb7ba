import { InputError } from '@backstage/errors';
import { GitError } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Draft, DraftOptions } from './Draft';
import { readFresh } from './FreshOverlay';
import { overlaysIn } from './overlaysIn';
import { readerAt } from './readerAt';
import { revertStage, type StageChange } from './StageChange';

/** Takes a stage back to what it ran at an earlier commit: all of it at once. */
export async function draftRollback({
  git,
  basis,
  shown,
  to,
  request,
}: DraftOptions): Promise<Draft> {
  const target = overlaysIn(basis, to);
  const { branch: base } = target[0];
  const wanted = request.revision ?? shown.previous?.revision;
  if (!wanted) {
    throw new InputError(
      `No earlier version of ${basis.application} is known that ran well everywhere in ${to.name}: name the commit to go back to as revision`,
    );
  }
  const readAt = await git.host.headOf(git.repository, base);
  const revision = await revisionIn(git, { wanted, readAt, base });
  const [now, then] = await Promise.all([
    readerAt(git, readAt).then(reader => readFresh(target, reader)),
    readerAt(git, revision).then(reader => readFresh(target, reader)),
  ]);
  const change = revertStage(now, then);
  return {
    change,
    base,
    readAt,
    nothing: nothingOf(change, to.name, revision.slice(0, 7)),
  };
}

function nothingOf(
  { moves, stays, warnings }: StageChange,
  to: string,
  revision: string,
): string | undefined {
  if (moves.length > 0) {
    return undefined;
  }
  const reasons = [...stays, ...warnings];
  return reasons.length > 0
    ? `${to} cannot be taken back to ${revision}: ${reasons.join('; ')}`
    : `${to} runs what it ran at ${revision}`;
}

/** The hash of a commit that the branch has had: others, such as those of forks, are nobody's to go back to. */
async function revisionIn(
  { host, repository }: DraftOptions['git'],
  { wanted, readAt, base }: { wanted: string; readAt: string; base: string },
): Promise<string> {
  const unknown = new InputError(
    `${base} has no commit ${JSON.stringify(
      wanted,
    )} in its history: name one by its hash`,
  );
  if (!/^[0-9a-f]{7,40}$/.test(wanted)) {
    throw unknown;
  }
  try {
    const revision = await host.headOf(repository, wanted);
    const { diverged } = await host.commits(repository, {
      paths: [''],
      from: revision,
      to: readAt,
    });
    if (!diverged) {
      return revision;
    }
  } catch (error) {
    if (
      !(error instanceof GitError) ||
      !['not-found', 'revision-gone'].includes(error.problem)
    ) {
      throw error;
    }
  }
  throw unknown;
}
