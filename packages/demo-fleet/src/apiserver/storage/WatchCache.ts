import { expired } from '../statusErrors';
import type { StoredObject } from './StoredObject';

export interface StoredEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: StoredObject;
  /** The object as it was, which tells whether a selector matched it before. */
  readonly previous?: StoredObject;
  readonly at: number;
}

export interface Watcher {
  next(event: StoredEvent): void;
  end(): void;
}

export interface WatchCacheSettings {
  /** Events that are remembered however old they are. */
  size: number;
  /** While the oldest event is younger, the cache grows rather than forgets. */
  freshMs: number;
}

/** The recent events of one kind, and who is watching them. */
export class WatchCache {
  readonly #watchers = new Set<Watcher>();
  readonly #settings: WatchCacheSettings;
  #events: StoredEvent[] = [];
  #capacity: number;
  /** Nothing from this revision on has been forgotten. */
  #completeSince: number;

  private constructor(settings: WatchCacheSettings, revision: number) {
    this.#settings = settings;
    this.#capacity = settings.size;
    this.#completeSince = revision;
  }

  static create(settings: WatchCacheSettings, revision: number): WatchCache {
    return new WatchCache(settings, revision);
  }

  add(event: StoredEvent): void {
    this.#makeRoom(event.at);
    this.#events.push(event);
    for (const watcher of [...this.#watchers]) {
      watcher.next(event);
    }
  }

  #makeRoom(now: number): void {
    if (this.#events.length < this.#capacity) {
      return;
    }
    const { size, freshMs } = this.#settings;
    const lastQuarter = this.#events[this.#capacity - this.#capacity / 4];
    if (now - this.#events[0].at < freshMs) {
      this.#capacity *= 2;
    } else if (now - lastQuarter.at > freshMs && this.#capacity > size) {
      this.#capacity /= 2;
    }
    const excess = this.#events.length - this.#capacity + 1;
    if (excess > 0) {
      this.#events.splice(0, excess);
      this.#completeSince = this.#events[0].object.revision - 1;
    }
  }

  /** Events after a revision, oldest first. Throws when some of them are forgotten. */
  since(revision: number): StoredEvent[] {
    if (revision < this.#completeSince) {
      throw expired(
        `too old resource version: ${revision} (${this.#completeSince})`,
      );
    }
    return this.#events.filter(event => event.object.revision > revision);
  }

  /** Returns what ends the subscription. */
  subscribe(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  endWatches(): void {
    for (const watcher of [...this.#watchers]) {
      watcher.end();
    }
    this.#watchers.clear();
  }

  /** As after a restart: watches end and nothing before the revision is known. */
  restart(revision: number): void {
    this.endWatches();
    this.#events = [];
    this.#capacity = this.#settings.size;
    this.#completeSince = revision;
  }
}
