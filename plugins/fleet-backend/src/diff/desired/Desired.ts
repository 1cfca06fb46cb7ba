import type {
  Application,
  ObjectDiff,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { GitOwned } from '../../drift/override/GitOwned';
import type { LiveFields } from '../../drift/override/LiveFields';

/** What an object should be, as one source knows it. */
export interface Desired {
  object: KubernetesObject;
  /** What was learnt, and how. */
  words: string;
  /** Of Git. */
  revision?: string;
  /** When that was so. */
  at?: string;
}

/** The object that is asked about. */
export interface Wanted {
  application: Application;
  /** URL of the repository that the application comes from, where it is one of Git. */
  repository?: string;
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespace?: string;
  name: string;
  /** Absent: it is not on the cluster. */
  live?: { object: KubernetesObject; fields: LiveFields };
  /** What Git's managers had set of it, as kept. */
  gitOwned?: GitOwned;
}

/** Knows what objects should be. */
export interface DesiredSource {
  readonly name: NonNullable<ObjectDiff['desired']>['source'];
  /** Or why it does not know. Throws only what is a fault of the portal. */
  find(wanted: Wanted): Promise<Desired | { unknown: string }>;
}
