import { keyOf, type StoredObject } from './StoredObject';
import type { WatchCache } from './WatchCache';

/** The state of a kind at one revision, held so that a paged list stays consistent. */
export interface ListSnapshot {
  revision: number;
  objects: readonly StoredObject[];
  takenAt: number;
}

/** etcd is compacted every five minutes, and a paged list that takes longer has expired. */
const compactionMs = 300_000;

/** The objects of one kind. */
export class ObjectStore {
  readonly #objects = new Map<string, StoredObject>();
  #keys: string[] | undefined;
  #snapshots: ListSnapshot[] = [];

  private constructor(readonly cache: WatchCache) {}

  static create(cache: WatchCache): ObjectStore {
    return new ObjectStore(cache);
  }

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key);
  }

  set(object: StoredObject): void {
    const key = keyOf(object);
    if (!this.#objects.has(key)) {
      this.#keys = undefined;
    }
    this.#objects.set(key, object);
  }

  delete(key: string): void {
    this.#objects.delete(key);
    this.#keys = undefined;
  }

  /** In the order of keys. */
  list(): StoredObject[] {
    this.#keys ??= [...this.#objects.keys()].sort();
    return this.#keys.map(key => this.#objects.get(key)!);
  }

  snapshot(revision: number, now: number): ListSnapshot {
    this.#forgetOld(now);
    const known = this.#snapshots.find(taken => taken.revision === revision);
    if (known) {
      return known;
    }
    const taken = { revision, objects: this.list(), takenAt: now };
    this.#snapshots.push(taken);
    return taken;
  }

  findSnapshot(revision: number, now: number): ListSnapshot | undefined {
    this.#forgetOld(now);
    return this.#snapshots.find(taken => taken.revision === revision);
  }

  forgetSnapshots(): void {
    this.#snapshots = [];
  }

  #forgetOld(now: number): void {
    this.#snapshots = this.#snapshots.filter(
      taken => now - taken.takenAt < compactionMs,
    );
  }
}
