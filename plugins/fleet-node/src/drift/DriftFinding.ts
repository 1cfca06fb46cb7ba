import type { DriftKind } from '@fleetcommander/backstage-plugin-fleet-common';

/** An object of a cluster, as drift names it. @public */
export interface DriftObject {
  /** Empty for the core group. */
  group: string;
  version?: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** Whether somebody will correct a drift. @public */
export interface DriftCorrection {
  expected: boolean;
  /** Who: `Flux`, `Argo CD`. */
  by?: string;
  /** Why, or why not, in plain words. */
  reason: string;
}

/**
 * Something that is wrong with a subject now. A detector answers it for as long as it is so; when it began, ended and came back is
 * the ledger's to tell.
 *
 * @public
 */
export interface DriftFinding {
  kind: DriftKind;
  /** Tells findings of one kind about one subject apart: an object and a path, a version. Empty where there is one only. */
  key: string;
  /** One sentence in plain words, without times. */
  summary: string;
  /**
   * When it began, where the object tells. It comes from the cluster's clock and may lie in the future. Absent: when the change that
   * brought it was seen.
   */
  since?: string;
  /**
   * It counts from then on, if it is still found: what takes its usual time is no drift. Absent: at once. Detectors are asked again
   * when it has come, without a change.
   */
  opensAt?: string;
  /** What differs, where it is not the application itself. */
  object?: DriftObject;
  /** In JSONPath: `.spec.template.spec.containers[?(@.name=="app")].image`. */
  path?: string;
  /** JSON text of the value that Git had set, at most 500 characters. Absent: there was none. Never of a Secret. */
  from?: string;
  /** JSON text of the value that is live, at most 500 characters. Absent: there is none. Never of a Secret. */
  to?: string;
  /** The client that changed it, as `managedFields` name it: never a person. Absent: nobody can know. */
  manager?: string;
  operation?: 'Apply' | 'Update';
  /** Through which the client changed it. */
  subresource?: string;
  correction: DriftCorrection;
  /** What to do, in plain words. */
  remedy: string;
  /** Pages on a Git host that show it: the commits that have not arrived. */
  links?: { title: string; url: string }[];
}
