import type { KubernetesObject, ResourceDefinition } from '../types';
import type { Schema } from './schema/Schema';

/** The parts of a CustomResourceDefinition's spec that decide what is served. */
interface CustomResourceSpec {
  group: string;
  scope: 'Namespaced' | 'Cluster';
  names: {
    kind: string;
    plural: string;
    singular?: string;
    shortNames?: string[];
    categories?: string[];
  };
  versions: {
    name: string;
    served: boolean;
    storage: boolean;
    subresources?: { status?: object; scale?: object };
    schema?: { openAPIV3Schema?: Schema };
  }[];
}

const specOf = (crd: KubernetesObject) => crd.spec as CustomResourceSpec;

/** What a CustomResourceDefinition makes the cluster serve; undefined when none of its versions is served. */
export function definitionOf(
  crd: KubernetesObject,
): ResourceDefinition | undefined {
  const { group, scope, names, versions } = specOf(crd);
  const served = versions.filter(version => version.served);
  if (!served.length) {
    return undefined;
  }
  const subresources = (['status', 'scale'] as const).filter(name =>
    served.some(version => version.subresources?.[name]),
  );
  return {
    group,
    versions: served.map(version => version.name),
    kind: names.kind,
    plural: names.plural,
    singular: names.singular ?? names.kind.toLowerCase(),
    shortNames: names.shortNames,
    categories: names.categories,
    namespaced: scope === 'Namespaced',
    subresources,
    schema: served[0].schema?.openAPIV3Schema,
  };
}

/** The CustomResourceDefinition behind a kind that a cluster is made to serve. */
export function customResourceDefinition(
  definition: ResourceDefinition,
): KubernetesObject {
  const { group, plural, singular, kind, shortNames, categories } = definition;
  const subresources = Object.fromEntries(
    (definition.subresources ?? []).map(name => [
      name,
      name === 'status'
        ? {}
        : {
            specReplicasPath: '.spec.replicas',
            statusReplicasPath: '.status.replicas',
          },
    ]),
  );
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: {
        plural,
        singular,
        kind,
        listKind: `${kind}List`,
        ...(shortNames ? { shortNames } : {}),
        ...(categories ? { categories } : {}),
      },
      scope: definition.namespaced ? 'Namespaced' : 'Cluster',
      versions: definition.versions.map((name, index) => ({
        name,
        served: true,
        storage: index === 0,
        subresources,
        schema: {
          openAPIV3Schema: definition.schema ?? {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      })),
    },
  };
}

/** The CustomResourceDefinition as it is once its kind is served. */
export function established(
  crd: KubernetesObject,
  time: string,
): KubernetesObject {
  const { names, versions } = specOf(crd);
  const condition = (type: string, reason: string, message: string) => ({
    type,
    status: 'True',
    lastTransitionTime: time,
    reason,
    message,
  });
  return {
    ...crd,
    status: {
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition(
          'Established',
          'InitialNamesAccepted',
          'the initial names have been accepted',
        ),
      ],
      acceptedNames: names,
      storedVersions: versions
        .filter(version => version.storage)
        .map(version => version.name),
    },
  };
}
