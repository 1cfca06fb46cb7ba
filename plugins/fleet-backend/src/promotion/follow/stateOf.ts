import { areOpen } from '../areOpen';
import { personOf } from '../people/personOf';
import type { KeptPromotion, KeptWave } from './KeptPromotion';
import type { PromotionFacts } from './PromotionFacts';
import type { PromotionGroup, PromotionRequest } from './PromotionGroup';
import { hasMoves } from './reach';

type StateFacts = Pick<
  KeptPromotion,
  'state' | 'summary' | 'waitsFor' | 'endedAt'
>;

/** How a promotion is, by its pull requests and its waves. */
export function stateOf(
  { first, requests }: PromotionGroup,
  waves: readonly KeptWave[],
  before: KeptPromotion | undefined,
  facts: PromotionFacts,
): StateFacts {
  const say = (
    state: StateFacts['state'],
    summary: string,
    more: Partial<StateFacts> = {},
  ): StateFacts => ({ state, summary, waitsFor: [], ...more });
  const nowText = facts.now.toISOString();
  if (first.facts.state === 'closed') {
    return say('closed', `#${first.number} was closed without being merged`, {
      endedAt: first.facts.endedAt ?? before?.endedAt ?? nowText,
    });
  }
  if (waves.every(({ state }) => state === 'done')) {
    return say('done', waves.at(-1)?.summary ?? 'Git has it', {
      endedAt:
        before?.state === 'done'
          ? before.endedAt
          : waves
              .flatMap(({ endedAt, startedAt }) => endedAt ?? startedAt ?? [])
              .sort()
              .at(-1) ?? nowText,
    });
  }
  const failed =
    waves.find(({ state }) => state === 'failed') ??
    waves.find(({ failure }) => failure !== undefined);
  const elsewhereAt = takenElsewhereAt(requests, facts);
  if (elsewhereAt !== undefined) {
    const how = facts.rollbackId
      ? 'it was taken back before it had come everywhere'
      : 'Git says something else of its stage by now, before this had come everywhere';
    return say(
      failed ? 'failed' : 'superseded',
      failed ? `${failed.failure}; ${how}` : how,
      { endedAt: before?.endedAt ?? elsewhereAt },
    );
  }
  // What is being taken back has failed, whether or not it comes back up meanwhile.
  if (failed && (failed.state === 'failed' || facts.rollbackId)) {
    return say('failed', failed.failure!);
  }
  const closed = requests.find(({ facts: { state } }) => state === 'closed');
  if (closed) {
    return say(
      'closed',
      `stopped in between: #${closed.number} was closed without being merged`,
      { endedAt: closed.facts.endedAt ?? before?.endedAt ?? nowText },
    );
  }
  const current = waves.find(({ state }) => state !== 'done')!;
  const open = requests.find(request => request.facts.state === 'open');
  if (!open) {
    const index = waves.indexOf(current);
    const where =
      waves.length > 1
        ? `${current.title}, wave ${index + 1} of ${waves.length}: `
        : '';
    return say(
      'rolling-out',
      current.state === 'waiting'
        ? `${current.title} is next: its pull request is being opened`
        : `${where}${current.summary}`,
    );
  }
  return openState(open, before, facts, say);
}

function openState(
  open: PromotionRequest,
  before: KeptPromotion | undefined,
  { stage }: PromotionFacts,
  say: (
    state: StateFacts['state'],
    summary: string,
    more?: Partial<StateFacts>,
  ) => StateFacts,
): StateFacts {
  const author = personOf(open.facts.author, open.mark.people);
  const closed = (before?.gates ?? []).filter(
    ({ state }) => state !== 'passed' && state !== 'skipped',
  );
  if (open.problem) {
    return say('waiting', open.problem, { waitsFor: [author] });
  }
  if (open.mark.conflicts) {
    return say(
      'waiting',
      `it conflicts with ${open.mark.base}: open it again`,
      {
        waitsFor: [author],
      },
    );
  }
  if (stage.gates.length > 0 && before?.judged === undefined) {
    return say('waiting', 'its gates have not been judged yet');
  }
  if (closed.length > 0) {
    return say(
      'waiting',
      closed.map(({ title, summary }) => `${title}: ${summary}`).join('; '),
      { waitsFor: [...new Set(closed.flatMap(({ waitsFor }) => waitsFor))] },
    );
  }
  if (before?.branchLacks && !open.facts.draft) {
    const lacks = before.branchLacks;
    return say('waiting', lacks.map(({ summary }) => summary).join('; '), {
      waitsFor: [...new Set(lacks.flatMap(({ waitsFor }) => waitsFor))],
    });
  }
  return areOpen(before?.gates ?? []) && !open.facts.draft
    ? say('ready', 'every gate is open: it can be merged')
    : say('waiting', open.facts.summary);
}

/** When somebody changed what Git says of the stage after it was merged, and to something else; undefined: nobody did. */
function takenElsewhereAt(
  requests: readonly PromotionRequest[],
  { overlays }: PromotionFacts,
): string | undefined {
  return requests
    .filter(({ moves, facts }) => facts.state === 'merged' && moves.length > 0)
    .flatMap(({ moves, facts: { endedAt = '' }, overlays: wanted }) =>
      overlays.flatMap(({ region = '', overlay, contentSince = '' }) =>
        region in wanted &&
        Date.parse(contentSince) > Date.parse(endedAt) + 1_000 &&
        !hasMoves(
          overlay,
          moves.filter(move => !move.region || move.region === region),
        )
          ? [contentSince]
          : [],
      ),
    )
    .sort()
    .at(0);
}
