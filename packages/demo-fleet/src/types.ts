import type { Schema } from './apiserver/schema/Schema';

/** An object in a simulated cluster. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    finalizers?: string[];
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: object[];
    managedFields?: object[];
  };
  [key: string]: unknown;
}

/** A kind that a simulated cluster serves. */
export interface ResourceDefinition {
  group: string;
  /** Served versions, the preferred first. Objects are the same in each but for `apiVersion`. */
  versions: string[];
  kind: string;
  plural: string;
  singular: string;
  shortNames?: string[];
  categories?: string[];
  namespaced: boolean;
  subresources?: ('status' | 'scale')[];
  /** What objects of it may hold, where that is checked. */
  schema?: Schema;
  /** Without `watch` for kinds such as metrics.k8s.io's. */
  verbs?: string[];
}

export interface ObjectRef {
  group: string;
  plural: string;
  namespace?: string;
  name: string;
}

/** Who writes, for managedFields. */
export interface WriteOptions {
  manager: string;
  operation?: 'Apply' | 'Update';
  subresource?: 'status' | 'scale';
}

/** What the world does to a simulated cluster; the API server implements it and clients see it happen. */
export interface ClusterObjects {
  readonly name: string;
  now(): Date;
  define(resources: ResourceDefinition[]): void;
  /** The group vanishes with its objects, as when its CRDs are deleted. */
  undefine(group: string): void;
  /** Creates or replaces. Sets uid, resourceVersion, managedFields; raises generation when more than metadata and status changed. */
  put(object: KubernetesObject, options: WriteOptions): KubernetesObject;
  /** Applies a merge patch. Undefined when there is no such object. */
  patch(
    ref: ObjectRef,
    patch: object,
    options: WriteOptions,
  ): KubernetesObject | undefined;
  /** Server-side apply by force: what the manager applied before and no longer does is gone from the object. */
  apply(
    object: KubernetesObject,
    manager: string,
    options?: { dryRun?: boolean },
  ): KubernetesObject;
  remove(ref: ObjectRef): void;
  get(ref: ObjectRef): KubernetesObject | undefined;
  list(group: string, plural: string): KubernetesObject[];
  /** Its control plane runs another version of Kubernetes from now on, such as `v1.35.2`. */
  upgrade(version: string): void;
  /** Called after each write of a client (not of the world), so that controllers react at once. */
  onClientWrite(
    listener: (object: KubernetesObject, ref: ObjectRef) => void,
  ): void;
}

/** A cluster as the world plans it. */
export interface ClusterPlan {
  name: string;
  hub: boolean;
  environment: string;
  region: string;
  provider: 'aws' | 'gcp' | 'azure';
  version: string;
  /** Which engine delivers applications to it. */
  delivery: 'flux' | 'argocd' | 'argocd-on-hub';
}
