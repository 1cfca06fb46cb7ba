import type {
  GateFacts,
  GateStage,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetPolicyStore } from '../../store/FleetPolicyStore';
import type { CollectionState } from '../../store/FleetPollStore';
import type { FleetQueryStore } from '../../store/FleetQueryStore';
import { everything } from './everything';
import { staleWords } from './staleWords';
import { wholeList } from './wholeList';

export type PolicyFactStore = Pick<FleetPolicyStore, 'listPolicyResults'> &
  Pick<FleetQueryStore, 'listCollections'>;

/** What says of workloads that they break a policy. */
const reporters = ['policy-reports', 'gatekeeper', 'trivy'];

/** What breaks a policy in a stage, and did not before what moves came there. */
export async function policyFacts(
  store: PolicyFactStore,
  source: GateStage | undefined,
  arrival: string | undefined,
): Promise<GateFacts['policyResults']> {
  if (!source) {
    return { known: [] };
  }
  const { name, clusters } = source;
  if (clusters.length === 0) {
    return { unknown: `no cluster of ${name} is known to run it` };
  }
  if (!arrival) {
    return { unknown: `since when ${name} has it, Git does not tell` };
  }
  const stale = staleWords(clusters);
  if (stale) {
    return { unknown: stale };
  }
  for (const { cluster } of clusters) {
    const problem = problemOf(await store.listCollections(cluster));
    if (problem) {
      return { unknown: `${cluster}: ${problem}` };
    }
  }
  const results = await wholeList(`breaches of policies in ${name}`, at =>
    store.listPolicyResults({
      access: everything,
      filter: [
        {
          application: clusters.flatMap(
            ({ applicationId }) => applicationId ?? [],
          ),
          since: [arrival],
        },
      ],
      ...at,
    }),
  );
  if ('unknown' in results) {
    return results;
  }
  return {
    known: results.known.map(
      ({ policy, severity, cluster, message, since }) => ({
        policy: policy.name,
        severity,
        cluster,
        summary: message,
        since,
      }),
    ),
  };
}

/** Why a cluster does not tell what breaks policies. */
function problemOf(
  collections: readonly CollectionState[],
): string | undefined {
  const reports = collections.filter(({ engine }) =>
    reporters.includes(engine),
  );
  const away = reports.find(
    ({ outcome }) => outcome !== 'ok' && outcome !== 'not-installed',
  );
  if (away) {
    return `${away.kind} cannot be read: ${away.message ?? away.outcome}`;
  }
  return reports.some(({ outcome }) => outcome === 'ok')
    ? undefined
    : 'nothing there reports what breaks policies. Install Kyverno, Gatekeeper or another engine that writes PolicyReports';
}
