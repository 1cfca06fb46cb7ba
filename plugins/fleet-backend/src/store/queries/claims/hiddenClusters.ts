import type {
  ClaimStep,
  ClaimStepName,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ClaimRow } from '../../rows/ClaimRow';
import type { Access } from '../../FleetQueryStore';
import { chunks } from '../../sql/bulk';
import { whereClusterVisible } from '../conditions';

/** Told from the cluster that a claim makes; all others from its hub and Git. */
const stepsOfCluster: readonly ClaimStepName[] = ['bootstrap', 'joined'];

/** In place of what only those who see a cluster are told. */
export const hiddenWords = 'you may not see this cluster';

/** Of these names, the clusters of the fleet that the caller may not see. */
export async function hiddenClusters(
  database: Knex,
  names: readonly string[],
  access: Access,
): Promise<Set<string>> {
  if (access.clusters === true) {
    return new Set();
  }
  const hidden = new Set<string>();
  for (const some of chunks([...new Set(names)])) {
    const found: string[] = await database('clusters')
      .whereIn('clusters.name', some)
      .whereNot(visible => whereClusterVisible(visible, access))
      .pluck('clusters.name');
    found.forEach(name => hidden.add(name));
  }
  return hidden;
}

/** What a claim is said to be at, to who may not see the cluster that it makes. */
export function hideInSummary({
  step,
  step_state: state,
  summary,
}: Pick<ClaimRow, 'step' | 'step_state' | 'summary'>): string {
  const isOver = state === 'done' || state === 'skipped';
  return stepsOfCluster.includes(step) && !isOver ? hiddenWords : summary;
}

/** A step, for who may not see the cluster that the claim makes. */
export function hideInStep(step: ClaimStep): ClaimStep {
  return stepsOfCluster.includes(step.step)
    ? { ...step, summary: hiddenWords, items: [], links: [] }
    : step;
}
