import type { StageCluster } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GateFacts,
  GateFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { finding, notKnown } from './findings';

/** The clusters of the stage before, or what is to be said where there is none to go by. */
export function sourceClusters({
  action,
  source,
  application,
}: Pick<GateFacts, 'action' | 'source' | 'application'>):
  | { stage: string; clusters: StageCluster[] }
  | { finding: GateFinding } {
  if (!source) {
    return {
      finding: finding(
        'skipped',
        action === 'rollback'
          ? 'A rollback takes back to what ran well before'
          : 'No stage comes before this one',
      ),
    };
  }
  const { name, clusters } = source;
  return clusters.length > 0
    ? { stage: name, clusters }
    : {
        finding: notKnown(
          `no cluster of ${name} runs ${application}, so nothing shows that it works there. Deliver it to one`,
        ),
      };
}
