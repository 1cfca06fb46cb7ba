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
import { kindOfCollection } from '../../engines/kindOfCollection';
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
    manifest:
      denied.length > 0
        ? rbacManifest(denied.map(key => grantFor(key, engines)))
        : undefined,
  };
}

/** What lets a collection be read. An engine that reads every kind of a group is granted those that are still to come as well. */
function grantFor(
  { engine: name, group, plural }: Collection,
  engines: readonly Engine[],
): { group: string; plural: string } {
  const engine = engines.find(candidate => candidate.name === name);
  const kind = engine && kindOfCollection(engine, { group, plural });
  return { group, plural: kind?.group === group ? kind.plural : plural };
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
  return engine.kinds.flatMap(kind => {
    const found = read.filter(key => kindOfCollection(engine, key) === kind);
    // A hub can serve a thousand kinds, of which it has objects of a few.
    const empty = found.filter(collection => isMerelyServed(kind, collection));
    if (found.length > 0) {
      return [
        ...found
          .filter(collection => !empty.includes(collection))
          .map(collection =>
            kindCheck(engine, kind, cluster, collection, definition),
          ),
        ...(empty.length > 0 ? [emptyCheck(engine, cluster, empty)] : []),
      ];
    }
    return answers
      ? [kindCheck(engine, kind, cluster, undefined, definition)]
      : [];
  });
}

/** Whether a kind, which a category brought in, can be read, and has no objects. */
function isMerelyServed(
  { category }: EngineKind,
  { outcome, records }: Collection,
): boolean {
  return category !== undefined && outcome === 'ok' && records === 0;
}

function emptyCheck(
  engine: Engine,
  cluster: Cluster,
  empty: readonly Collection[],
): DoctorCheck {
  const provenAt = empty.flatMap(collection => collection.provenAt ?? []);
  const oldest = Math.min(...provenAt.map(at => at.getTime()));
  return {
    title: `${empty.length} more kinds of ${engine.title}, without objects`,
    engine: engine.name,
    outcome: 'ok',
    records: 0,
    freshness: {
      ...cluster.freshness,
      observedAt:
        provenAt.length > 0 ? new Date(oldest).toISOString() : undefined,
    },
  };
}

function kindCheck(
  engine: Engine,
  kind: EngineKind,
  cluster: Cluster,
  collection: Collection | undefined,
  definition: ClusterDefinition | undefined,
): DoctorCheck {
  const outcome = collection?.outcome ?? 'pending';
  const { group } = collection ?? kind;
  const name = collection?.kind ?? kind.kind;
  const words = name === '*' ? `Any kind of ${kind.category ?? group}` : name;
  return {
    title: `${words} of ${engine.title}`,
    engine: engine.name,
    kind: name,
    apiVersion:
      collection &&
      (group ? `${group}/${collection.version}` : collection.version),
    outcome,
    message:
      collection?.message ??
      (outcome === 'not-installed'
        ? `${words} is not installed on this cluster.`
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
