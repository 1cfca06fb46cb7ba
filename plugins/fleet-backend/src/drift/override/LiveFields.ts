import type { DriftObject } from '@fleetcommander/backstage-plugin-fleet-node';

/** An entry of `managedFields`: a client, and how it wrote. */
export interface FieldManager {
  name: string;
  operation: 'Apply' | 'Update';
  /** When it last added, changed or removed a field; not when another took one over. */
  time?: string;
  subresource?: string;
}

/** The managers of a field, as indices, and its value as JSON text. */
export type LiveField = [managers: number[], value: string];

/** What is live of an object outside its status, as far as anybody owns it. */
export interface LiveFields {
  object: DriftObject;
  /** Of the application that the object says it was deployed by; see `ownerKey` of `fleet-node`. */
  ownerKey?: string;
  managers: FieldManager[];
  /** By JSONPath; leaves only. */
  fields: Record<string, LiveField>;
  /** Why this object cannot be judged. */
  unjudged?: string;
  /** Why the values that Git's manager once set are not its to keep, as Git says itself. */
  leftAlone?: string;
  /** Why Git's manager will not correct this object, though Git does not say so. */
  uncorrected?: string;
}
