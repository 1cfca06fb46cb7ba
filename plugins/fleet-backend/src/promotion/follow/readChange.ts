import {
  filesOfOverlay,
  OverlayError,
  readOverlay,
  type GitHost,
  type GitRepository,
  type Overlay,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type {
  PromotionChange,
  PromotionRequestRow,
} from '../../store/promotion/changes';
import { differences } from '../pipeline/differences';
import { overlaysOf } from '../pipeline/toPipeline';
import type { KnownOverlay } from '../PipelineBasis';
import { readerAt } from '../plan/readerAt';
import type { RequesterLogins } from '../facts/RequesterLogins';
import type { PromotionTarget } from './findTarget';
import { readRequester } from './readRequester';

/** Reads what a pull request of a promotion moves: its head against what it was made on. */
export async function readChange(
  git: { host: GitHost; repository: GitRepository },
  row: PromotionRequestRow,
  { basis, stage, from, action, wave }: PromotionTarget,
  logins: Pick<RequesterLogins, 'of'>,
): Promise<PromotionChange> {
  const { host, repository } = git;
  const { repository: url, number, mark } = row;
  const overlays = overlaysOf(basis, stage.environment);
  const commits = await host.pullRequestCommits(repository, number);
  const base = await host.parentOf(
    repository,
    commits[0]?.revision ?? mark.head,
  );
  const after = await overlaysAt(git, overlays, mark.head);
  const before = base ? await overlaysAt(git, overlays, base) : {};
  return {
    repository: url,
    number,
    head: mark.head,
    pipelineId: basis.id,
    stage: stage.name,
    from,
    action,
    wave,
    requester: await readRequester(
      git,
      { number, author: row.facts.author, note: mark.note, commits },
      logins,
    ),
    baseRevision: base,
    moves: differences(regionsOf(before), regionsOf(after)).moves,
    overlays: after,
    before,
    reviews: await host.reviews(repository, number),
    readFor: isSettled(mark.updatedAt) ? mark.updatedAt : '',
  };
}

/** Hosts tell times in seconds: of what has just changed, more may come that looks no newer. It is read once more. */
function isSettled(updatedAt: string): boolean {
  return Date.now() - Date.parse(updatedAt) > 10_000;
}

/** @throws OverlayError, when one cannot be read whole: what a part of it says is not what it says. */
async function overlaysAt(
  git: { host: GitHost; repository: GitRepository },
  overlays: readonly KnownOverlay[],
  revision: string,
): Promise<Record<string, Overlay>> {
  const reader = await readerAt(git, revision);
  const read: Record<string, Overlay> = {};
  for (const { path, region = '' } of overlays) {
    const { files, complete } = await filesOfOverlay(path, reader);
    if (!complete) {
      throw new OverlayError(
        `${path} takes more files at ${revision} than are read of one overlay`,
      );
    }
    read[region] = readOverlay(files, path);
  }
  return read;
}

function regionsOf(overlays: Record<string, Overlay>) {
  return Object.entries(overlays).map(([region, overlay]) => ({
    region: region || undefined,
    overlay,
  }));
}
