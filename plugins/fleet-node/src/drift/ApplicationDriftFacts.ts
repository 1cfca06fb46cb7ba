/** Fields that an engine was told not to correct. @public */
export interface DriftIgnoreRule {
  /** Absent: of any. */
  group?: string;
  /** Absent: of any. */
  kind?: string;
  /** Absent: of any. */
  namespace?: string;
  /** Absent: of any. */
  name?: string;
  /** JSON pointers, such as `/spec/replicas`; an empty one is the whole object. */
  jsonPointers?: string[];
  /** Argo CD: jq expressions. */
  jqPathExpressions?: string[];
  /** Argo CD: whatever these clients own. */
  managedFieldsManagers?: string[];
}

/** The last sync of an Argo CD Application. @public */
export interface DriftOperation {
  /** `Running`, `Succeeded`, `Failed`, `Error` or `Terminating`. */
  phase?: string;
  finishedAt?: string;
  /** Whether auto-sync started it. */
  automated: boolean;
  /** Who started it otherwise. */
  by?: string;
  /** How often self-heal has tried without success; more than none: it is correcting drift. */
  healAttempts?: number;
}

/**
 * What detectors of drift need of an application beyond what its record shows. Small, since it is stored with each application.
 *
 * @public
 */
export interface ApplicationDriftFacts {
  /** Flux: of the object's spec. */
  generation?: number;
  /** Flux: the newest generation that the engine has judged, with or without success. */
  observedGeneration?: number;
  /** Whether `lastReconciledAt` moves each time the engine looks: not every version and kind tells. */
  tellsReconciliation?: boolean;
  /** Whether the engine deletes what Git no longer has. */
  prune?: boolean;
  /** Fields that the engine was told not to correct. */
  ignoreRules?: DriftIgnoreRule[];
  /** Whether it has more rules than are kept here. */
  ignoreRulesCut?: boolean;

  /** Flux Kustomization: whether what cannot be patched is deleted and made again. */
  force?: boolean;
  /** Flux Kustomization: digest of the manifests that were applied last. */
  digest?: string;
  /** Flux Kustomization: when they were applied in full first. */
  digestSince?: string;
  /** Flux Kustomization: when other manifests were applied last, among those that its history names. */
  otherDigestUntil?: string;

  /** Flux HelmRelease: `spec.driftDetection.mode`. */
  driftDetection?: 'enabled' | 'warn' | 'disabled';
  /** Flux HelmRelease: what its condition `Drifted` tells, while it is true. */
  drifted?: { since?: string; message?: string };
  /** Flux HelmRelease: the version that its spec asks for, where it is one and no range. */
  wantedVersion?: string;

  /** Argo CD: whether auto-sync undoes what was changed on the cluster. */
  selfHeal?: boolean;
  /** Argo CD: what Git had when it was compared last; revisions of several sources joined by commas. */
  syncRevision?: string;
  /** Argo CD: whether that comparison was with the sources and destination that the spec has now. */
  comparedToSpec?: boolean;
  /** Argo CD: how many objects are there that Git no longer has. */
  toPrune?: number;
  /** Argo CD: its last sync. */
  operation?: DriftOperation;
}
