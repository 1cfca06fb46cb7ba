import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { PlanRequest } from '../Planner';
import { checkWave, overlaysOfWave, separateWaves } from './chooseWave';
import type { Draft, DraftOptions } from './Draft';
import { readFresh } from './FreshOverlay';
import { overlaysIn } from './overlaysIn';
import { readerAt } from './readerAt';
import { promoteStage, type StageChange } from './StageChange';

/** Moves into a stage what another runs, or into the first of its waves that lacks something. */
export async function draftPromotion(
  { git, basis, shown, to, request }: DraftOptions,
  from: StageConfig,
): Promise<Draft> {
  const target = overlaysIn(basis, to);
  const source = overlaysIn(basis, from);
  const { branch: base } = target[0];
  const readAt = await git.host.headOf(git.repository, base);
  const reader = await readerAt(git, readAt);
  const fresh = await readFresh(target, reader);
  const [{ branch }] = source;
  // The stage before may have gone on since the first wave was asked for.
  const readerOfSource = async () =>
    request.first?.revision ? readerAt(git, request.first.revision) : reader;
  const before = await readFresh(
    source,
    branch === base
      ? await readerOfSource()
      : await readerAt(git, await git.host.headOf(git.repository, branch)),
  );
  const waves = separateWaves(shown);
  const drafts = (
    waves.length > 0
      ? waves.map((wave, index) => ({
          wave: index,
          change: promoteStage(overlaysOfWave(fresh, wave), before),
        }))
      : [{ wave: undefined, change: promoteStage(fresh, before) }]
  ).filter(({ wave }) => request.wave === undefined || wave === request.wave);
  if (request.wave !== undefined && drafts.length === 0) {
    checkWave(waves, request.wave, to.name);
  }
  // One that lacks something and cannot be changed is not passed over for the next.
  const first =
    drafts.find(
      ({ change: { moves, warnings } }) =>
        moves.length > 0 || warnings.length > 0,
    ) ?? drafts[0];
  return {
    ...first,
    base,
    readAt,
    nothing:
      otherThanFirst(first.change, request, from.name) ??
      nothingOf(first.change, to.name, from.name),
  };
}

/** What no wave before has tried is not brought as the next one. */
function otherThanFirst(
  { moves }: StageChange,
  { first }: PlanRequest,
  from: string,
): string | undefined {
  const other = moves.find(({ kind, name, to }) =>
    first?.moves.some(
      move => move.kind === kind && move.name === name && move.to !== to,
    ),
  );
  return other
    ? `${from} has gone on since the first wave, and would bring ${other.summary}: promote again`
    : undefined;
}

function nothingOf(
  { moves, ahead, stays, warnings }: StageChange,
  to: string,
  from: string,
): string | undefined {
  if (ahead) {
    return `${to} is ahead of ${from}: it would go back. To take it back, roll it back`;
  }
  if (moves.length > 0) {
    return undefined;
  }
  if (warnings.length > 0) {
    return `Nothing of ${from} can be moved to ${to}: ${warnings.join('; ')}`;
  }
  return stays.length > 0
    ? `${to} runs what ${from} runs; what differs is of one stage alone, or not understood`
    : `${to} runs what ${from} runs`;
}
