import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ObjectReference } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ClusterKindConfig } from '../clusters/config/FleetConfig';
import { fieldsOf, nameOf, textOf, type Fields } from '../engines/fields';
import type { ClaimRules } from './ClaimRules';

/** A claim as people wrote it, secrets masked. */
export interface ClaimManifest extends ObjectReference {
  spec?: Fields;
}

/** What a claim asks for, as lists show it. */
export type ClaimFields = Pick<
  Claim,
  | 'makesCluster'
  | 'environment'
  | 'region'
  | 'provider'
  | 'version'
  | 'nodeGroups'
  | 'addons'
>;

/** Kinds that make clusters whatever the config says. */
const builtIn: readonly ClusterKindConfig[] = [
  {
    group: 'cluster.x-k8s.io',
    kind: 'Cluster',
    fields: {
      cluster: 'metadata.name',
      environment: 'spec.environment',
      region: 'spec.region',
      provider: 'spec.infrastructureRef.kind',
      version: 'spec.topology.version',
      nodeGroups: 'spec.topology.workers.machineDeployments',
      addons: 'spec.addons',
    },
  },
];

/** Claims of other kinds may name these too. */
const usual = {
  environment: 'spec.environment',
  region: 'spec.region',
  provider: 'spec.cloudProvider',
};

/** The config of a kind that makes clusters. */
export function clusterKindOf(
  { apiVersion, kind }: Pick<ObjectReference, 'apiVersion' | 'kind'>,
  rules: Pick<ClaimRules, 'clusterKinds'>,
): ClusterKindConfig | undefined {
  const [group] = apiVersion.split('/');
  return [...rules.clusterKinds, ...builtIn].find(
    known => known.group === group && known.kind === kind,
  );
}

/** Reads what a claim asks for, wherever its kind has it. */
export function claimFields(
  claim: ClaimManifest,
  rules: ClaimRules,
): ClaimFields {
  const known = clusterKindOf(claim, rules);
  const { namespace, name, spec } = claim;
  const object = { metadata: { namespace, name }, spec };
  // Longer ones are names of nothing, and an index could not hold them.
  const read = (path: string) => nameOf(valueAt(object, path));
  const paths = known?.fields ?? usual;
  return {
    environment: environmentName(read(paths.environment), rules),
    region: read(paths.region),
    provider: read(paths.provider),
    ...(known && {
      makesCluster: read(known.fields.cluster),
      version: read(known.fields.version)?.replace(/^v/, ''),
      nodeGroups: nodeGroupsOf(valueAt(object, known.fields.nodeGroups)),
      addons: textsOf(valueAt(object, known.fields.addons)),
    }),
  };
}

function valueAt(object: Fields, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, part) =>
        Object.hasOwn(Object(at), part) ? fieldsOf(at)[part] : undefined,
      object,
    );
}

/** By any of the words for it; one that the config does not know stays as it is. */
function environmentName(
  word: string | undefined,
  { environments }: Pick<ClaimRules, 'environments'>,
): string | undefined {
  return (
    environments.find(({ words }) => word && words.includes(word))?.name ?? word
  );
}

function nodeGroupsOf(value: unknown): Claim['nodeGroups'] {
  if (!Array.isArray(value)) {
    return undefined;
  }
  return value.map(fieldsOf).flatMap(group => {
    const name = textOf(group.name);
    return name
      ? [
          {
            name,
            instanceType: textOf(group.instanceType),
            minSize: sizeOf(group.minSize),
            maxSize: sizeOf(group.maxSize),
            taints: taintsOf(group.taints),
          },
        ]
      : [];
  });
}

function sizeOf(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= 0
    ? Number(value)
    : undefined;
}

function taintsOf(value: unknown) {
  if (!Array.isArray(value)) {
    return undefined;
  }
  return value.map(fieldsOf).flatMap(taint => {
    const [key, effect] = [textOf(taint.key), textOf(taint.effect)];
    return key && effect ? [{ key, value: textOf(taint.value), effect }] : [];
  });
}

function textsOf(value: unknown): string[] | undefined {
  return Array.isArray(value)
    ? value.flatMap(item => textOf(item) ?? textOf(fieldsOf(item).name) ?? [])
    : undefined;
}
