import type { Pipeline } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GateFacts,
  GateStage,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import { concerns } from '../freezes/concerns';
import { freezesOf } from '../freezes/freezesOf';

export type FreezeFactStore = Pick<FleetPromotionStore, 'freezeFiles'>;

/** What freezes a stage now. Where part of the file cannot be read, nobody knows what else it was to freeze. */
export async function freezeFacts(
  store: FreezeFactStore,
  { repository, application }: Pick<Pipeline, 'repository' | 'application'>,
  { environment }: GateStage,
  now: Date,
): Promise<GateFacts['freezes']> {
  const files = (await store.freezeFiles()).filter(
    file => file.repository === repository,
  );
  const read = files.map(file =>
    freezesOf(file, { from: now, until: now }, now),
  );
  const active = read
    .flatMap(({ freezes }) => freezes)
    .filter(
      freeze => freeze.active && concerns(freeze, { environment, application }),
    );
  const problems = read.flatMap(file => file.problems);
  return problems.length > 0 && active.length === 0
    ? { unknown: problems.join('; ') }
    : { known: active };
}
