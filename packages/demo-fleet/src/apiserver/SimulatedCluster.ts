import { isDeepStrictEqual } from 'node:util';
import type {
  ClusterObjects,
  KubernetesObject,
  ObjectRef,
  ResourceDefinition,
  WriteOptions,
} from '../types';
import { isBuiltInGroup } from './builtInGroups';
import { builtInResources } from './builtInResources';
import {
  customResourceDefinition,
  definitionOf,
  established,
} from './customResources';
import type { FieldsOwner } from './fields/FieldsOwner';
import { admit } from './schema/admit';
import { serverSideApply } from './fields/serverSideApply';
import { ownersAfterWorldWrite } from './fields/ownersAfterWorldWrite';
import { createFirstNamespaces } from './createFirstNamespaces';
import { withBookkeeping } from './withBookkeeping';
import { Identity } from './Identity';
import { mergePatch } from './mergePatch';
import { rebuild } from './rebuild';
import { apiVersionOf, ResourceRegistry } from './ResourceRegistry';
import { Storage, type Backup } from './storage/Storage';
import {
  keyOf,
  loadMetadata,
  loadObject,
  storeObject,
} from './storage/StoredObject';
import type { StoredObject, TypeMeta } from './storage/StoredObject';
import type { WatchCacheSettings } from './storage/WatchCache';
import { timestamp } from './timestamp';

export interface SimulatedClusterOptions {
  name: string;
  seed: number;
  /** Of Kubernetes, such as `v1.34.2`. */
  version: string;
  /** How long ago it was made. By default, some time that its name and the seed decide. */
  ageDays?: number;
  watchCache: WatchCacheSettings;
}

/** A write that is ready to be stored. */
export interface Change {
  definition: ResourceDefinition;
  previous?: StoredObject;
  before?: KubernetesObject;
  after: KubernetesObject;
  owners: readonly FieldsOwner[];
}

type ClientWriteListener = (object: KubernetesObject, ref: ObjectRef) => void;

/** The state of one simulated cluster: what etcd holds and what is served of it. */
export class SimulatedCluster implements ClusterObjects {
  readonly name: string;
  readonly resources = new ResourceRegistry();
  readonly storage: Storage;
  readonly #identity: Identity;
  readonly #listeners: ClientWriteListener[] = [];
  #version: string;

  private constructor(options: SimulatedClusterOptions) {
    this.name = options.name;
    this.#version = options.version;
    this.#identity = Identity.create(options.seed, options.name);
    this.storage = Storage.create(
      options.watchCache,
      this.#identity.firstRevision(),
    );
  }

  static create(options: SimulatedClusterOptions): SimulatedCluster {
    const cluster = new SimulatedCluster(options);
    cluster.define(builtInResources);
    createFirstNamespaces(
      cluster,
      options.ageDays ?? cluster.#identity.ageDays(),
    );
    return cluster;
  }

  get version(): string {
    return this.#version;
  }

  upgrade(version: string): void {
    this.#version = version;
  }

  now(): Date {
    return new Date();
  }

  define(resources: ResourceDefinition[]): void {
    for (const definition of resources) {
      const { group, plural } = definition;
      const crd = customResourceDefinition(definition);
      if (isBuiltInGroup(group)) {
        this.resources.add(definition);
        this.storage.open(definition);
      } else if (!this.resources.find(group, plural)) {
        this.put(crd, { manager: 'kubectl-create' });
      }
    }
  }

  undefine(group: string): void {
    for (const definition of this.resources.ofGroup(group)) {
      const crd = this.#crdOf(definition);
      if (crd) {
        this.erase(this.#crdDefinition(), crd);
      } else {
        this.#stopServing(definition);
      }
    }
  }

  put(object: KubernetesObject, options: WriteOptions): KubernetesObject {
    const definition = this.resources.findKind(object.apiVersion, object.kind);
    if (!definition) {
      throw new Error(
        `Cluster ${this.name} does not serve ${object.kind} of ${object.apiVersion}; define it first`,
      );
    }
    const type = { apiVersion: object.apiVersion, kind: object.kind };
    const previous = this.storage
      .storeOf(definition)
      .get(keyOf(object.metadata));
    const before = previous && loadObject(previous, type);
    return this.#write({ definition, previous, before }, object, options);
  }

  patch(
    ref: ObjectRef,
    patch: object,
    options: WriteOptions,
  ): KubernetesObject | undefined {
    const definition = this.resources.find(ref.group, ref.plural);
    const previous = definition && this.#find(definition, ref);
    if (!definition || !previous) {
      return undefined;
    }
    const before = loadObject(previous, this.typeOf(definition));
    const after = mergePatch(before, patch) as KubernetesObject;
    return this.#write({ definition, previous, before }, after, options);
  }

  apply(
    wanted: KubernetesObject,
    manager: string,
    { dryRun = false } = {},
  ): KubernetesObject {
    const { apiVersion, kind, metadata } = wanted;
    const definition = this.resources.findKind(apiVersion, kind);
    if (!definition) {
      throw new Error(
        `no matches for kind "${kind}" in version "${apiVersion}"`,
      );
    }
    const type = this.typeOf(definition, apiVersion);
    const previous = this.storage.storeOf(definition).get(keyOf(metadata));
    const before = previous && loadObject(previous, type);
    const { object, owners } = serverSideApply(
      before,
      wanted,
      previous?.owners ?? [],
      { manager, force: true },
      this.ownershipContext(definition),
    );
    const after = admit(definition, object, before);
    if (dryRun) {
      return after;
    }
    const stored = this.commit({ definition, previous, before, after, owners });
    return { ...after, metadata: loadMetadata(stored) };
  }

  #write(
    target: Pick<Change, 'definition' | 'previous' | 'before'>,
    after: KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    const { definition, previous, before } = target;
    const owners = ownersAfterWorldWrite(
      previous?.owners ?? [],
      before,
      after,
      options,
      {
        ...this.ownershipContext(definition),
        hasStatus: definition.subresources?.includes('status') ?? false,
      },
    );
    const stored = this.commit({ ...target, after, owners });
    return { ...after, metadata: loadMetadata(stored) };
  }

  ownershipContext(definition: ResourceDefinition) {
    return {
      builtIn: isBuiltInGroup(definition.group),
      time: timestamp(this.now()),
    };
  }

  typeOf(definition: ResourceDefinition, apiVersion?: string): TypeMeta {
    const { group, versions, kind } = definition;
    return { apiVersion: apiVersion ?? apiVersionOf(group, versions[0]), kind };
  }

  /** Stores a change, or nothing where nothing changed. */
  commit(change: Change): StoredObject {
    const { definition, previous, owners } = change;
    const isCrd = definition === this.#crdDefinition();
    const after =
      isCrd && !change.after.status
        ? established(change.after, timestamp(this.now()))
        : change.after;
    const object = withBookkeeping(definition, change.before, after, () => ({
      uid: this.#identity.createUid(),
      creationTimestamp: timestamp(this.now()),
    }));
    const draft = storeObject(object, previous?.revision ?? 0, owners);
    if (previous && isSame(previous, draft)) {
      return previous;
    }
    const stored = this.storage.put(definition, revision => ({
      ...draft,
      revision,
    }));
    if (isCrd) {
      this.#serve(object);
    }
    return stored;
  }

  /** Deletes at once, whatever finalizers say. */
  erase(definition: ResourceDefinition, object: StoredObject): void {
    if (definition === this.#crdDefinition()) {
      const served = definitionOf(loadObject(object, this.typeOf(definition)));
      if (served) {
        this.#stopServing(served);
      }
    }
    this.storage.delete(definition, object);
    if (definition.group === '' && definition.plural === 'namespaces') {
      this.#eraseContentsOf(object.name);
    }
  }

  #eraseContentsOf(namespace: string): void {
    for (const definition of this.resources.all()) {
      for (const object of this.storage.storeOf(definition).list()) {
        if (object.namespace === namespace) {
          this.erase(definition, object);
        }
      }
    }
  }

  #serve(crd: KubernetesObject): void {
    const definition = definitionOf(crd);
    if (definition) {
      this.resources.add(definition);
      this.storage.open(definition);
    }
  }

  #stopServing(definition: ResourceDefinition): void {
    this.storage.close(definition);
    this.resources.remove(definition);
  }

  #crdDefinition(): ResourceDefinition {
    return this.resources.find(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
    )!;
  }

  #crdOf({ group, plural }: ResourceDefinition): StoredObject | undefined {
    return this.storage
      .storeOf(this.#crdDefinition())
      .get(`${plural}.${group}`);
  }

  #find(
    definition: ResourceDefinition,
    ref: ObjectRef,
  ): StoredObject | undefined {
    return this.storage.storeOf(definition).get(keyOf(ref));
  }

  remove(ref: ObjectRef): void {
    const definition = this.resources.find(ref.group, ref.plural);
    const object = definition && this.#find(definition, ref);
    if (definition && object) {
      this.erase(definition, object);
    }
  }

  get(ref: ObjectRef): KubernetesObject | undefined {
    const definition = this.resources.find(ref.group, ref.plural);
    const object = definition && this.#find(definition, ref);
    return object && loadObject(object, this.typeOf(definition));
  }

  list(group: string, plural: string): KubernetesObject[] {
    const definition = this.resources.find(group, plural);
    if (!definition) {
      return [];
    }
    const type = this.typeOf(definition);
    return this.storage
      .storeOf(definition)
      .list()
      .map(object => loadObject(object, type));
  }

  onClientWrite(listener: ClientWriteListener): void {
    this.#listeners.push(listener);
  }

  /** Tells the world that a client wrote. */
  announceClientWrite(object: KubernetesObject, ref: ObjectRef): void {
    for (const listener of this.#listeners) {
      listener(object, ref);
    }
  }

  /** Everything goes back to a backup, revision counter and kinds included. */
  restore(backup: Backup): void {
    this.storage.restore(backup);
    const crds = this.list('apiextensions.k8s.io', 'customresourcedefinitions');
    for (const definition of this.resources.all()) {
      if (!isBuiltInGroup(definition.group)) {
        this.resources.remove(definition);
      }
    }
    for (const crd of crds) {
      this.#serve(crd);
    }
  }

  /** The cluster is built anew under its name. */
  rebuild(): void {
    this.#identity.renew();
    this.restore(
      rebuild(
        this.storage.backup(),
        this.#identity.firstRevision(),
        () => this.#identity.createUid(),
        timestamp(this.now()),
      ),
    );
  }
}

function isSame(left: StoredObject, right: StoredObject): boolean {
  return (
    left.metadata === right.metadata &&
    left.rest === right.rest &&
    isDeepStrictEqual(left.owners, right.owners)
  );
}
