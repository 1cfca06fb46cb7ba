import type {
  Cluster,
  Doctor,
  DoctorCheck,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ClusterDefinition,
  Engine,
  EngineKind,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { CollectionState } from '../../store/FleetPollStore';
import { rbacManifest } from './rbacManifest';
import { remedyOf } from './remedyOf';

type Collection = CollectionState & { records: number };

/** How much a check needs a person: problems first, then what is fine, then what is not there. */
const rank: Partial<Record<DoctorCheck['outcome'], number>> = {
  pending: 1,
  ok: 2,
  'not-installed': 3,
};

/** What can be read on a cluster and what not, why, and what to set. */
export function diagnose(options: {
  cluster: Cluster;
  definition?: ClusterDefinition;
  engines: readonly Engine[];
  collections: readonly Collection[];
}): Doctor {
  const { cluster, definition, engines, collections } = options;
  const kinds = engines.flatMap(engine =>
    checksOf(engine, cluster, collections, definition),
  );
  const denied = collections.filter(({ outcome }) => outcome === 'not-allowed');
  return {
    cluster: cluster.name,
    apiServer: definition?.url,
    signIn: definition?.signIn.provider,
    checks: [
      reachabilityCheck(cluster, definition),
      ...kinds.sort(
        (left, right) => (rank[left.outcome] ?? 0) - (rank[right.outcome] ?? 0),
      ),
    ],
    manifest: denied.length > 0 ? rbacManifest(denied) : undefined,
  };
}

function reachabilityCheck(
  cluster: Cluster,
  definition: ClusterDefinition | undefined,
): DoctorCheck {
  const { outcome, message } = cluster.reachability;
  return {
    title: 'API server',
    outcome,
    message,
    remedy: remedyOf(outcome, definition),
    records: 0,
    freshness: cluster.freshness,
  };
}

function checksOf(
  engine: Engine,
  cluster: Cluster,
  collections: readonly Collection[],
  definition: ClusterDefinition | undefined,
): DoctorCheck[] {
  const read = collections.filter(({ engine: name }) => name === engine.name);
  const present = read.some(({ outcome }) => outcome !== 'not-installed');
  if (read.length > 0 && !present) {
    return [
      {
        title: engine.title,
        engine: engine.name,
        outcome: 'not-installed',
        message: `${engine.title} is not installed on this cluster.`,
        records: 0,
        freshness: cluster.freshness,
      },
    ];
  }
  // Of a cluster that does not answer, what was never read says nothing that the cluster's own check does not.
  const answers = ['ok', 'pending'].includes(cluster.reachability.outcome);
  return engine.kinds
    .filter(kind => answers || collectionOf(kind, read))
    .map(kind => kindCheck(engine, kind, cluster, read, definition));
}

function collectionOf(kind: EngineKind, collections: readonly Collection[]) {
  return collections.find(
    candidate => candidate.group === kind.group && candidate.kind === kind.kind,
  );
}

function kindCheck(
  engine: Engine,
  kind: EngineKind,
  cluster: Cluster,
  collections: readonly Collection[],
  definition: ClusterDefinition | undefined,
): DoctorCheck {
  const collection = collectionOf(kind, collections);
  const outcome = collection?.outcome ?? 'pending';
  const { group } = kind;
  return {
    title: `${kind.kind} of ${engine.title}`,
    engine: engine.name,
    kind: kind.kind,
    apiVersion:
      collection &&
      (group ? `${group}/${collection.version}` : collection.version),
    outcome,
    message:
      collection?.message ??
      (outcome === 'not-installed'
        ? `${kind.kind} is not installed on this cluster.`
        : undefined),
    remedy: remedyOf(outcome, definition),
    records: collection?.records ?? 0,
    readHow: collection?.readHow,
    freshness: {
      ...cluster.freshness,
      observedAt: collection?.held
        ? cluster.freshness.observedAt
        : collection?.provenAt?.toISOString(),
      stale: cluster.freshness.stale || outcome !== 'ok',
    },
  };
}
