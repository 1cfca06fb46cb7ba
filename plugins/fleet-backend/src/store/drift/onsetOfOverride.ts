import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';
import type { DriftRow } from '../rows/DriftRow';
import type { ApplyRow } from '../rows/ApplyRow';

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
      ({ scope, record_id: id, since, ended_at: end }) =>
        scope === 'override' &&
        id === apply.record_id &&
        Date.parse(since) <= at &&
        (end === undefined || Date.parse(end) >= at - slackMs),
    )
    .filter(({ finding }) =>
      isSame((JSON.parse(finding) as DriftFinding).object, object),
    )
    .map(({ since }) => since)
    .sort()[0];
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
