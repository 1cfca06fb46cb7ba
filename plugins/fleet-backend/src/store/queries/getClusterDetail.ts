import type {
  ClusterDetail,
  Namespace,
  Node,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  CanaryRecord,
  EngineObjectRecord,
  FleetRecord,
  ImagePolicyRecord,
  NamespaceRecord,
  NodeRecord,
  SourceRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Access } from '../FleetQueryStore';
import { getCluster } from './listClusters';
import { countDrifts } from './countDrifts';
import { getClusterPolicy } from './policy/getClusterPolicy';
import type { QueryContext } from './QueryContext';
import {
  imagePolicyObject,
  readRecords,
  toEngineObject,
  toSource,
  type SeenRecord,
} from './readRecords';
import { toCanaries } from './toCanaries';

/** One cluster with its nodes, namespaces, sources and engine objects. */
export async function getClusterDetail(
  context: QueryContext,
  name: string,
  access: Access,
): Promise<ClusterDetail | undefined> {
  const cluster = await getCluster(context, name, access);
  if (!cluster) {
    return undefined;
  }
  const records = await readRecords(context, query =>
    query
      .where('records.cluster', name)
      .whereIn('records.type', [
        'node',
        'namespace',
        'source',
        'canary',
        'engine-object',
        'image-policy',
      ]),
  );
  return {
    cluster,
    nodes: records
      .filter(isOf<NodeRecord>('node'))
      .map(({ record }) => toNode(record)),
    namespaces: records
      .filter(isOf<NamespaceRecord>('namespace'))
      .map(({ record }) => toNamespace(record)),
    sources: records.filter(isOf<SourceRecord>('source')).map(toSource),
    canaries: await toCanaries(
      context,
      records.filter(isOf<CanaryRecord>('canary')),
    ),
    engineObjects: [
      ...records
        .filter(isOf<EngineObjectRecord>('engine-object'))
        .map(toEngineObject),
      ...records
        .filter(isOf<ImagePolicyRecord>('image-policy'))
        .map(imagePolicyObject),
    ],
    policy: await getClusterPolicy(context, name, access),
    drift: await countDrifts(context, {
      access,
      filter: [{ cluster: [name] }],
    }),
  };
}

function isOf<R extends FleetRecord>(type: R['type']) {
  return (seen: SeenRecord): seen is SeenRecord<R> => seen.record.type === type;
}

function toNode(record: NodeRecord): Node {
  const { name, state, summary, since, ready, pressure, version } = record;
  const { instanceType, zone, capacity, schedulable } = record;
  return {
    name,
    state,
    summary,
    since,
    ready,
    pressure,
    version,
    instanceType,
    zone,
    capacity,
    schedulable,
  };
}

function toNamespace({ name, labels, state }: NamespaceRecord): Namespace {
  return { name, labels, state };
}
