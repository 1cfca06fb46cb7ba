import pLimit from 'p-limit';
import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Discovery } from '../kubernetes/discovery';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import type { CollectionKey, CollectionState } from '../store/FleetPollStore';
import type { Budgets } from './Budgets';
import { CollectionReader, type ReadOptions } from './CollectionReader';
import type { PendingChange } from './PendingChange';
import { collectionName, readableKinds } from './ReadableKind';

export interface CollectionReadersOptions {
  engines: readonly Engine[];
  proofKeys: readonly string[];
  /** Names by which clients that write for Git sign the fields that they set. */
  gitManagers: ReadonlySet<string>;
  budgets: Budgets;
  now: () => number;
  intervalMs: number;
  onSteadyEvents: () => void;
  onSteadyError: () => void;
}

const usualConnections = 4;
/** So that what is watched of a usual cluster is asked at once, and not in turns of a second. */
const urgentConnections = 64;

/** The readers of one cluster, one a kind that an engine knows. */
export class CollectionReaders {
  readonly #options: CollectionReadersOptions;
  readonly #readers = new Map<string, CollectionReader>();
  readonly #phase = Math.random();
  #hurried = false;

  constructor(options: CollectionReadersOptions) {
    this.#options = options;
  }

  /**
   * Makes the readers agree with what the cluster serves; those of kinds that are served as before go on. Answers which collections
   * are none any more, as of a kind that an engine reads with all of its group and that went: to be forgotten here and in the store.
   */
  discovered(
    discovery: Discovery,
    stored: readonly CollectionState[],
  ): CollectionKey[] {
    const known = [
      ...[...this.#readers.values()].map(({ readable }) => readable.key),
      ...stored,
    ];
    const kinds = readableKinds({ ...this.#options, discovery, known });
    const names = new Set(kinds.map(({ key }) => collectionName(key)));
    for (const readable of kinds) {
      const name = collectionName(readable.key);
      const before = this.#readers.get(name);
      if (
        before?.readable.projection === readable.projection &&
        before.readable.absent === readable.absent
      ) {
        continue;
      }
      before?.release();
      this.#readers.set(
        name,
        new CollectionReader({
          ...this.#options,
          phase: this.#phase,
          readable,
          state:
            before?.state ??
            stored.find(state => collectionName(state) === name),
        }),
      );
    }
    const gone = known.filter(key => !names.has(collectionName(key)));
    for (const key of gone) {
      this.#readers.get(collectionName(key))?.release();
    }
    return gone;
  }

  /** Nothing of these is read any more. */
  forget(keys: readonly CollectionKey[]) {
    for (const key of keys) {
      this.#readers.delete(collectionName(key));
    }
  }

  /** Names of the engines of which anything is served. */
  get engines(): string[] {
    const served = [...this.#readers.values()].filter(
      ({ readable }) => !readable.absent,
    );
    return [...new Set(served.map(({ readable }) => readable.key.engine))];
  }

  /** Somebody waits: what a read for which nobody does has not asked for by now is left to the next. */
  hurry() {
    this.#hurried = true;
  }

  /**
   * Brings every kind that is due up to date, a few at a time, as each takes a connection; where somebody waits, those that are not
   * due and those that are watched as well. What it answers is to be written at once, before anything else is taken.
   */
  async read(
    client: KubernetesClient,
    options: ReadOptions,
  ): Promise<PendingChange[]> {
    const { awaited, writePage } = options;
    this.#hurried = false;
    const limit = pLimit(awaited ? urgentConnections : usualConnections);
    const readers = [...this.#readers.values()];
    const asked = await Promise.allSettled(
      readers
        .filter(reader => awaited || (!reader.held && reader.due))
        .map(reader =>
          limit(async () => {
            if (this.#hurried && !awaited) {
              return undefined;
            }
            return reader.readable.absent
              ? reader.absent(reader.readable.absent)
              : reader.read(client, {
                  ...options,
                  writePage: page => {
                    this.#expectNamed([page]);
                    return writePage(page);
                  },
                });
          }),
        ),
    );
    const changes = asked.map(result => {
      if (result.status === 'rejected') {
        throw result.reason;
      }
      return result.value;
    });
    const read = changes.filter(change => change !== undefined);
    this.#expectNamed(read);
    return read;
  }

  /** What of the watches that are held the store does not know yet. */
  takeSteadyStates(): PendingChange[] {
    return [...this.#readers.values()]
      .filter(reader => reader.held)
      .map(reader => reader.takeSteadyState())
      .filter(change => change !== undefined);
  }

  takeSteadyEvents(): PendingChange[] {
    const taken = [...this.#readers.values()]
      .map(reader => reader.takeSteadyEvents())
      .filter(change => change !== undefined);
    this.#expectNamed(taken);
    return taken;
  }

  /** A composite names what it is about to make: kinds of which there may be no objects yet. */
  #expectNamed(changes: readonly PendingChange[]) {
    const named = new Set(
      changes
        .flatMap(({ change }) => change.objects)
        .flatMap(({ records }) => records)
        .flatMap(record =>
          record.type === 'claim-node' ? record.children : [],
        )
        .map(({ apiVersion, kind }) => `${apiVersion.split('/', 1)}/${kind}`),
    );
    if (named.size === 0) {
      return;
    }
    for (const reader of this.#readers.values()) {
      const { group, kind } = reader.readable.key;
      if (named.has(`${group}/${kind}`)) {
        reader.expect();
      }
    }
  }

  /** Holds the watches of what people wait for and of what is busy, and lets go of others. */
  adjust(client: KubernetesClient) {
    for (const reader of this.#readers.values()) {
      reader.adjust(client);
    }
  }

  restart() {
    for (const reader of this.#readers.values()) {
      reader.restart();
    }
  }

  release() {
    for (const reader of this.#readers.values()) {
      reader.release();
    }
  }
}
