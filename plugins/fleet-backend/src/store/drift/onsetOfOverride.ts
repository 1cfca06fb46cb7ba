import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ApplyRow } from '../rows/ApplyRow';
import type { DriftRow } from '../rows/DriftRow';
import type { DriftEpisode } from './foldDrifts';

/** Watches may tell of the object's correction before its engine does. */
const slackMs = 60_000;

/** When what an apply undid began, where an override of the same object tells: the apply itself does not. */
export function onsetOfOverride(
  { object }: DriftFinding,
  apply: Pick<ApplyRow, 'at' | 'record_id'>,
  ledger: readonly DriftRow[],
): string | undefined {
  const at = Date.parse(apply.at);
  return ledger
    .filter(
      ({ scope, record_id: id, finding }) =>
        scope === 'override' &&
        id === apply.record_id &&
        isSame((JSON.parse(finding) as DriftFinding).object, object),
    )
    .flatMap(occurrencesOf)
    .filter(
      ({ since, endedAt }) =>
        Date.parse(since) <= at &&
        (endedAt === undefined || Date.parse(endedAt) >= at - slackMs),
    )
    .map(({ since }) => since)
    .sort()[0];
}

/** It may have come back since the apply. */
function occurrencesOf({
  since,
  ended_at: endedAt,
  episodes,
}: DriftRow): (Pick<DriftEpisode, 'since'> & Partial<DriftEpisode>)[] {
  return [{ since, endedAt }, ...(JSON.parse(episodes) as DriftEpisode[])];
}

function isSame(
  one: DriftFinding['object'],
  other: DriftFinding['object'],
): boolean {
  return (
    one?.kind === other?.kind &&
    one?.namespace === other?.namespace &&
    one?.name === other?.name
  );
}
