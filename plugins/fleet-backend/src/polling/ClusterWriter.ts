import type {
  ClusterChange,
  ClusterLease,
  CollectionKey,
  FleetPollStore,
  WriteResult,
} from '../store/FleetPollStore';
import type { PendingChange } from './PendingChange';

/**
 * Writes what was read of one cluster, one write after the other. A reader moves on when its change is written; when that fails it
 * falls back to what the store has, and changes that build on the lost one are not written either.
 */
export class ClusterWriter {
  readonly #store: FleetPollStore;
  readonly #lease: ClusterLease;
  readonly #now: () => number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: {
    store: FleetPollStore;
    lease: ClusterLease;
    now: () => number;
  }) {
    this.#store = options.store;
    this.#lease = options.lease;
    this.#now = options.now;
  }

  write(
    pending: readonly PendingChange[],
    contact?: ClusterChange['contact'],
  ): Promise<WriteResult> {
    const write = this.#last.then(() => this.#write(pending, contact));
    this.#last = write.catch(() => {});
    return write;
  }

  /** Nobody reads these collections any more: they go with their records. */
  forget(keys: readonly CollectionKey[]): Promise<WriteResult> {
    const write = this.#last.then(() =>
      this.#store.write(this.#lease, {
        at: new Date(this.#now()),
        collections: [],
        forget: [...keys],
      }),
    );
    this.#last = write.catch(() => {});
    return write;
  }

  /** Resolves when no write is under way. */
  async settled() {
    await this.#last;
  }

  async #write(
    pending: readonly PendingChange[],
    contact: ClusterChange['contact'],
  ): Promise<WriteResult> {
    const current = pending.filter(
      ({ reader, generation }) => reader.generation === generation,
    );
    if (current.length === 0 && !contact) {
      return { changed: 0 };
    }
    try {
      const result = await this.#store.write(this.#lease, {
        at: new Date(this.#now()),
        contact,
        collections: current.map(({ change }) => change),
      });
      for (const item of current) {
        item.reader.commit(item);
      }
      return result;
    } catch (error) {
      for (const { reader } of current) {
        reader.release();
      }
      throw error;
    }
  }
}
