import { KubernetesObject } from '../../types';
import { composedName, isManaged, Part } from './Part';
import { Random } from '../Random';
import { Reconciled } from '../status/crossplaneStatus';
import { platformGroup } from './ClusterClaim';

/** How a composite names a resource. */
export interface Reference {
  apiVersion: string;
  kind: string;
  name: string;
}

/** A composite as far as its controller reads it back: those of Crossplane 2 keep what is not theirs apart. */
export interface Composite extends Reconciled {
  spec: {
    resourceRefs?: Reference[];
    crossplane?: { resourceRefs?: Reference[] };
  };
}

/** What a composite says that it made. */
export function referencesOf({ spec }: Composite): Reference[] {
  return spec.crossplane?.resourceRefs ?? spec.resourceRefs ?? [];
}

/** What a claim's composite is called: generated from the claim's name. */
export function compositeName(seed: number, claim: string): string {
  return `${claim}-${Random.create(seed, 'composite', claim).suffix(5)}`;
}

/** The composite of a claim of a legacy XRD, which lies in no namespace. */
export function compositeOf(
  claim: KubernetesObject,
  name: string,
): KubernetesObject {
  const { resourceRef: _, ...asked } = claim.spec as { resourceRef?: object };
  const { namespace } = claim.metadata;
  return {
    apiVersion: claim.apiVersion,
    kind: `X${claim.kind}`,
    metadata: {
      name,
      labels: {
        'crossplane.io/claim-name': claim.metadata.name,
        'crossplane.io/claim-namespace': namespace!,
        'crossplane.io/composite': name,
      },
      finalizers: ['composite.apiextensions.crossplane.io'],
    },
    spec: {
      ...asked,
      claimRef: {
        apiVersion: claim.apiVersion,
        kind: claim.kind,
        name: claim.metadata.name,
        namespace,
      },
      compositionUpdatePolicy: 'Automatic',
      compositionRef: { name: compositionName(asked) },
    },
  };
}

/** What Crossplane adds to a claim. */
export function claimBinding(
  claim: KubernetesObject,
  { apiVersion, kind, metadata }: KubernetesObject,
): object {
  return {
    metadata: { finalizers: ['finalizer.apiextensions.crossplane.io'] },
    spec: {
      compositeDeletePolicy: 'Background',
      compositionRef: {
        name: compositionName(claim.spec as { cloudProvider?: string }),
      },
      resourceRef: { apiVersion, kind, name: metadata.name },
    },
  };
}

/** What Crossplane adds to a database, which is a composite itself. */
export function databaseBinding(
  { metadata }: KubernetesObject,
  resourceRefs: readonly object[],
): object {
  return {
    metadata: {
      labels: { 'crossplane.io/composite': metadata.name },
      finalizers: ['composite.apiextensions.crossplane.io'],
    },
    spec: {
      crossplane: {
        compositionRef: { name: compositionName({}) },
        compositionUpdatePolicy: 'Automatic',
        resourceRefs,
      },
    },
  };
}

/** There is a composition for each cloud. */
export function compositionName({
  cloudProvider,
}: {
  cloudProvider?: string;
}): string {
  return cloudProvider
    ? `xkubernetesclusters-${cloudProvider}.${platformGroup}`
    : `postgresdatabases-aws.${platformGroup}`;
}

/** The resource of one part, as its composition makes it. */
export function composedObject(
  composite: KubernetesObject,
  part: Part,
): KubernetesObject {
  const { apiVersion, kind, metadata } = composite;
  const name = composedName(metadata.name, part.name);
  const labels = metadata.labels ?? {};
  const managed = isManaged(part);
  return {
    apiVersion: part.apiVersion,
    kind: part.kind,
    metadata: {
      name,
      namespace: metadata.namespace,
      labels: {
        'crossplane.io/composite': metadata.name,
        ...pick(labels, [
          'crossplane.io/claim-name',
          'crossplane.io/claim-namespace',
        ]),
      },
      annotations: {
        'crossplane.io/composition-resource-name': part.name,
        ...(managed && {
          'crossplane.io/external-name': part.external ?? name,
        }),
      },
      finalizers: [
        managed
          ? 'finalizer.managedresource.crossplane.io'
          : 'usage.apiextensions.crossplane.io',
      ],
      ownerReferences: [
        {
          apiVersion,
          kind,
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: part.spec,
  };
}

/** How a composite names what it made. */
export function resourceRefOf(
  composite: KubernetesObject,
  { apiVersion, kind, name }: Part,
): Reference {
  return {
    apiVersion,
    kind,
    name: composedName(composite.metadata.name, name),
  };
}

function pick(
  labels: Record<string, string>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(([name]) => names.includes(name)),
  );
}
