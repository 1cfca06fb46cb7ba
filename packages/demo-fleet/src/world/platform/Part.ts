import { createHash } from 'node:crypto';
import { KubernetesObject } from '../../types';

/** One resource of what a composition makes. */
export interface Part {
  /** In its composition. */
  name: string;
  apiVersion: string;
  kind: string;
  spec: object;
  /** Parts that have to be ready before this one is made. */
  after?: readonly string[];
  /** How long the cloud takes. */
  seconds: number;
  /** `status.atProvider` once it is there. */
  observed?: object;
  /** What the cloud calls it; by default, its own name. */
  external?: string;
  /** What the cloud says instead of making it. */
  refusal?: string;
}

/** The spec of a resource that a provider manages in its cloud. */
export function managedSpec(forProvider: object, more: object = {}): object {
  return {
    deletionPolicy: 'Delete',
    forProvider,
    initProvider: {},
    managementPolicies: ['*'],
    providerConfigRef: { name: 'default' },
    ...more,
  };
}

/** Whether a provider makes it in its cloud; what protects others is Crossplane's own. */
export function isManaged({ spec }: Pick<Part, 'spec'>): boolean {
  return 'forProvider' in spec;
}

/** Selects the part of that kind of the same composite. */
export const sibling = { matchControllerRef: true };

/** The part that an object is, as its composition names it. */
export function partOf({ metadata }: KubernetesObject): string | undefined {
  return metadata.annotations?.['crossplane.io/composition-resource-name'];
}

/** What the resource of a part is called: generated from the composite's name, and always the same. */
export function composedName(composite: string, part: string): string {
  const hash = createHash('sha256').update(`${composite}/${part}`);
  return `${composite}-${hash.digest('hex').slice(0, 12)}`;
}
