import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { RecordRow } from '../rows/RecordRow';

/** So long may be late what nobody need look at: a controller has other things to do as well. */
const patienceSeconds = 120;
const patience = 0.1;

/** When something has to be done for a record to stay well, and when it is no longer good. The clock judges it by these. */
export function whenDue(
  record: FleetRecord,
): Pick<RecordRow, 'due_at' | 'ends_at'> {
  switch (record.type) {
    case 'secret-sync': {
      const { syncedAt, refreshSeconds } = record;
      if (!syncedAt || !refreshSeconds) {
        return {};
      }
      const patient = Math.max(patienceSeconds, refreshSeconds * patience);
      const due = Date.parse(syncedAt) + (refreshSeconds + patient) * 1000;
      return { due_at: new Date(due).toISOString() };
    }
    case 'certificate':
      return {
        due_at: inMilliseconds(record.renewalAt),
        ends_at: inMilliseconds(record.notAfter),
      };
    default:
      return {};
  }
}

/** As all times are that are compared with it. */
function inMilliseconds(time: string | undefined): string | undefined {
  return time && new Date(time).toISOString();
}
