import type { Pipeline } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GateFacts,
  GateStage,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import { concerns } from '../freezes/concerns';
import { freezesOf } from '../freezes/freezesOf';

export type FreezeFactStore = Pick<FleetPromotionStore, 'freezeFiles'>;

/** What freezes a stage now. Where the file was not read, or part of it cannot be, nobody knows what else it was to freeze. */
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
  if (files.length === 0) {
    return { unknown: 'the freezes of its repository have not been read yet' };
  }
  const problems = [
    ...files.flatMap(({ branch, problem }) =>
      problem ? `freezes of ${branch} may be old: ${problem}` : [],
    ),
    ...read.flatMap(file => file.problems),
  ];
  return problems.length > 0 && active.length === 0
    ? { unknown: problems.join('; ') }
    : { known: active };
}
