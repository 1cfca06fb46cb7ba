import type { ResourceDefinition } from '../../types';
import { ObjectStore } from './ObjectStore';
import { keyOf, type StoredObject } from './StoredObject';
import { WatchCache, type WatchCacheSettings } from './WatchCache';

/** All objects at one revision, as a backup has them. */
export interface Backup {
  revision: number;
  objects: ReadonlyMap<string, readonly StoredObject[]>;
}

/** What etcd and the watch caches are to one API server: objects by kind under one revision counter. */
export class Storage {
  readonly #stores = new Map<string, ObjectStore>();
  #revision: number;
  #startedAt: number;

  private constructor(
    private readonly settings: WatchCacheSettings,
    revision: number,
  ) {
    this.#revision = revision;
    this.#startedAt = revision;
  }

  static create(settings: WatchCacheSettings, revision: number): Storage {
    return new Storage(settings, revision);
  }

  get revision(): number {
    return this.#revision;
  }

  /** Leases are renewed all the time, so that revisions go up where nothing that is served here changes. */
  advance(): void {
    this.#revision++;
  }

  storeOf(definition: ResourceDefinition): ObjectStore {
    const id = idOf(definition);
    let store = this.#stores.get(id);
    if (!store) {
      store = ObjectStore.create(
        WatchCache.create(this.settings, this.#startedAt),
      );
      this.#stores.set(id, store);
    }
    return store;
  }

  /** Stores the object that is made for the next revision. */
  put(
    definition: ResourceDefinition,
    make: (revision: number) => StoredObject,
  ): StoredObject {
    const store = this.storeOf(definition);
    const object = make(++this.#revision);
    const previous = store.get(keyOf(object));
    store.set(object);
    store.cache.add({
      type: previous ? 'MODIFIED' : 'ADDED',
      object,
      previous,
      at: Date.now(),
    });
    return object;
  }

  delete(definition: ResourceDefinition, object: StoredObject): void {
    const store = this.storeOf(definition);
    store.delete(keyOf(object));
    store.cache.add({
      type: 'DELETED',
      object: { ...object, revision: ++this.#revision },
      previous: object,
      at: Date.now(),
    });
  }

  /** A kind begins to be served: its watch cache knows nothing from before. */
  open(definition: ResourceDefinition): void {
    const id = idOf(definition);
    if (!this.#stores.has(id)) {
      const cache = WatchCache.create(this.settings, this.#revision);
      this.#stores.set(id, ObjectStore.create(cache));
    }
  }

  /** A kind is served no longer: its objects go, and then its watches end. */
  close(definition: ResourceDefinition): void {
    const store = this.storeOf(definition);
    for (const object of store.list()) {
      this.delete(definition, object);
    }
    store.cache.endWatches();
    this.#stores.delete(idOf(definition));
  }

  /** As when the API server restarts: objects stay, watches end, old revisions and unfinished lists expire. */
  restart(): void {
    this.#startedAt = this.#revision;
    for (const store of this.#stores.values()) {
      store.cache.restart(this.#revision);
      store.forgetSnapshots();
    }
  }

  backup(): Backup {
    return {
      revision: this.#revision,
      objects: new Map(
        [...this.#stores].map(([id, store]) => [id, store.list()]),
      ),
    };
  }

  restore(backup: Backup): void {
    this.#revision = backup.revision;
    this.restart();
    this.#stores.clear();
    for (const [id, objects] of backup.objects) {
      const cache = WatchCache.create(this.settings, this.#revision);
      const store = ObjectStore.create(cache);
      this.#stores.set(id, store);
      for (const object of objects) {
        store.set(object);
      }
    }
  }
}

function idOf(definition: ResourceDefinition): string {
  return `${definition.plural}.${definition.group}`;
}
