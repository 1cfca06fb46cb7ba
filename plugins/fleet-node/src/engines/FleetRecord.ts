import type {
  Application,
  Canary,
  Capacity,
  Certificate,
  EngineObject,
  HistoryEntry,
  OwnedResource,
  SecretSync,
  Source,
  State,
  Workload,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ApplicationDriftFacts } from '../drift/ApplicationDriftFacts';
import type {
  ClaimKindRecord,
  ClaimNodeRecord,
  CompositionRecord,
  UsageRecord,
} from './ClaimRecords';
import type {
  PolicyBindingRecord,
  PolicyExceptionRecord,
  PolicyRecord,
  PolicyReportRecord,
} from './PolicyRecords';

/** What every record says of the object it was projected from. The store adds id, cluster and freshness. @public */
export interface RecordBase {
  engine: string;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  state: State;
  /** The state in plain words. */
  summary: string;
  /** The engine's own word. */
  reason?: string;
  /** The engine's own text, at most 2,000 characters. */
  message?: string;
  /** Since when the state holds, where the object tells. */
  since?: string;
  /** Labels and annotations of the configured proof keys: what the object says of the entity it belongs to. */
  proofs?: Record<string, string>;
  /**
   * Ties a workload to the application that owns it: equal strings belong together. Made with {@link ownerKey}. On an
   * application, its own key; on anything else, that of its owner.
   */
  ownerKey?: string;
}

/** Where an application deploys to, as its object words it; resolved against the fleet's clusters later. @public */
export type DeploymentTarget =
  | { type: 'own-cluster' }
  | { type: 'server'; server: string }
  | { type: 'name'; name: string }
  | { type: 'kubeconfig'; secretName: string; namespace?: string }
  | { type: 'missing'; message: string };

/** An application, before its target, delivery key and links are resolved. @public */
export interface ApplicationRecord
  extends RecordBase,
    Pick<
      Application,
      | 'targetNamespace'
      | 'project'
      | 'applicationSet'
      | 'suspended'
      | 'automated'
      | 'deleting'
      | 'version'
      | 'revision'
      | 'attemptedRevision'
      | 'sources'
      | 'images'
      | 'sync'
      | 'lastReconciledAt'
      | 'intervalSeconds'
    > {
  type: 'application';
  /** Of the object; the label selectors of entities are held against them. */
  labels?: Record<string, string>;
  target: DeploymentTarget;
  /** `Kind/namespace/name` of the object that applies this one and would revert a patch. */
  managedBy?: string;
  /** Flux: the source object it follows, as `Kind/namespace/name`, on the same cluster. */
  sourceRef?: string;
  /** What detectors of drift need besides; absent from engines that tell nothing of it. */
  drift?: ApplicationDriftFacts;
  resources: OwnedResource[];
  history: HistoryEntry[];
}

/** Something that runs. @public */
export interface WorkloadRecord
  extends RecordBase,
    Pick<Workload, 'images' | 'version' | 'desired' | 'ready'> {
  type: 'workload';
  /** Of the object; the label selectors of entities are held against them. */
  labels?: Record<string, string>;
  /**
   * The Canary, by its name in the same namespace, whose primary it is. Without an owner of its own it belongs to the application
   * that deployed the canary, and runs in place of the canary's target.
   */
  primaryOf?: string;
}

/** A Flux source. @public */
export interface SourceRecord
  extends RecordBase,
    Pick<Source, 'url' | 'ref' | 'revision' | 'fetchedAt' | 'suspended'> {
  type: 'source';
  /** Whether the signature of what it fetched is good. Absent: nobody asked it to verify that, or it has not yet. */
  verified?: boolean;
  sourceType: Source['type'];
}

/** A progressive delivery. @public */
export interface CanaryRecord
  extends RecordBase,
    Pick<
      Canary,
      | 'phase'
      | 'target'
      | 'step'
      | 'steps'
      | 'weight'
      | 'maxWeight'
      | 'failedChecks'
      | 'threshold'
      | 'iterations'
      | 'metrics'
      | 'wanted'
      | 'running'
    > {
  type: 'canary';
  /** Whether a new version is on its way, has come, or was given up. Absent: it does not tell. */
  progress?: 'under-way' | 'succeeded' | 'failed';
  /** What the engine calls the version that comes, or has come; analyses of it say the same. */
  revision?: string;
}

/** What is measured while a canary is tried, where that is an object of its own. @public */
export interface AnalysisRecord
  extends RecordBase,
    Pick<Canary, 'failedChecks' | 'threshold'> {
  type: 'analysis';
  /** The object that is tried, by its kind and its name in the same namespace. */
  canary?: { apiVersion: string; kind: string; name: string };
  /** As {@link CanaryRecord} has it. */
  revision?: string;
  metrics: NonNullable<Canary['metrics']>;
}

/** A secret that an engine keeps the same in a cluster and in a store. Its value is never read. @public */
export interface SecretSyncRecord
  extends RecordBase,
    Pick<
      SecretSync,
      | 'store'
      | 'provider'
      | 'target'
      | 'direction'
      | 'syncedAt'
      | 'refreshSeconds'
    > {
  type: 'secret-sync';
}

/** A certificate. @public */
export interface CertificateRecord
  extends RecordBase,
    Pick<
      Certificate,
      | 'names'
      | 'issuer'
      | 'target'
      | 'notAfter'
      | 'renewalAt'
      | 'failedAttempts'
      | 'lastFailureAt'
      | 'revision'
    > {
  type: 'certificate';
}

/** Which tag of an image a policy of image automation has chosen. @public */
export interface ImagePolicyRecord extends RecordBase {
  type: 'image-policy';
  /** Without its tag. */
  image?: string;
  /** The tag that it would have written. */
  latest?: string;
  /** The digest of it, where the policy tells. */
  digest?: string;
}

/** A run of a Tekton Pipeline. @public */
export interface PipelineRunRecord extends RecordBase {
  type: 'pipeline-run';
  /** The name of the Pipeline; absent: it does not tell. */
  pipeline?: string;
  outcome: 'passed' | 'failed' | 'pending';
  startedAt?: string;
  endedAt?: string;
}

/** An object of an engine that is neither of the above. @public */
export interface EngineObjectRecord
  extends RecordBase,
    Pick<EngineObject, 'suspended' | 'details'> {
  type: 'engine-object';
  /** Of an ApplicationSet: the Applications it is to make, of its own namespace, where its generators list them. */
  applications?: { name: string; target: DeploymentTarget }[];
}

/** What an engine says of itself on a cluster, such as its version. @public */
export interface EngineRecord extends RecordBase {
  type: 'engine';
  /** Of the engine, as v2.9.4. */
  version?: string;
}

/** A node. @public */
export interface NodeRecord extends RecordBase {
  type: 'node';
  ready: boolean;
  pressure: string[];
  schedulable: boolean;
  version?: string;
  instanceType?: string;
  zone?: string;
  /** By the well-known topology label; tells the cluster's region where no label of ours does. */
  region?: string;
  /** `aws`, `gcp`, `azure`, …: the scheme of `spec.providerID`. */
  provider?: string;
  capacity: Capacity;
}

/** A namespace. @public */
export interface NamespaceRecord extends RecordBase {
  type: 'namespace';
  labels: Record<string, string>;
}

/** A small record that a projection makes of an object. @public */
export type FleetRecord =
  | ApplicationRecord
  | WorkloadRecord
  | SourceRecord
  | CanaryRecord
  | AnalysisRecord
  | EngineObjectRecord
  | EngineRecord
  | NodeRecord
  | NamespaceRecord
  | PolicyRecord
  | PolicyBindingRecord
  | PolicyExceptionRecord
  | PolicyReportRecord
  | ClaimNodeRecord
  | ClaimKindRecord
  | CompositionRecord
  | UsageRecord
  | SecretSyncRecord
  | CertificateRecord
  | ImagePolicyRecord
  | PipelineRunRecord;
