import { ApiError } from '../kubernetes/ApiError';
import type {
  KubernetesClient,
  WatchEvent,
} from '../kubernetes/KubernetesClient';
import type {
  CollectionChange,
  CollectionState,
} from '../store/FleetPollStore';
import type { Budgets } from './Budgets';
import { EventRate } from './EventRate';
import { FoldedEvents } from './FoldedEvents';
import { listCollection } from './listCollection';
import { briefSeconds, holdSeconds, shouldHold } from './pace';
import type { PendingChange } from './PendingChange';
import { projectObject } from './projectObject';
import type { ReadableKind } from './ReadableKind';
import { SteadyWatch } from './SteadyWatch';

export interface CollectionReaderOptions {
  readable: ReadableKind;
  /** As the store has it, if it has. */
  state?: CollectionState;
  proofKeys: readonly string[];
  budgets: Budgets;
  now: () => number;
  /** Events of a held watch wait to be taken. */
  onSteadyEvents: () => void;
  /** A held watch broke. */
  onSteadyError: () => void;
}

export interface ReadOptions {
  signal: AbortSignal;
  /** Takes the pages of a long list as they come, all but the last. */
  writePage: (page: PendingChange) => Promise<void>;
}

/** Reads one kind of one cluster: lists it once, then follows its changes. What it knows moves on only once it is written. */
export class CollectionReader {
  readonly readable: ReadableKind;
  readonly #options: CollectionReaderOptions;
  readonly #rate: EventRate;
  readonly #folded: FoldedEvents;
  /** As the store has it. */
  #committed: CollectionState;
  #steady?: SteadyWatch;
  #returnStream?: () => void;
  #polls = 0;
  #generation = 0;
  /** The API server asked not to be asked earlier. */
  #notBefore = -Infinity;

  constructor(options: CollectionReaderOptions) {
    const { readable, state, proofKeys, now } = options;
    this.readable = readable;
    this.#options = options;
    this.#folded = new FoldedEvents(readable, proofKeys);
    this.#rate = new EventRate(now());
    const known = state?.projection === readable.projection;
    this.#committed = {
      outcome: 'pending',
      since: new Date(now()),
      ...state,
      ...readable.key,
      projection: readable.projection,
      resourceVersion: known ? state.resourceVersion : undefined,
    };
  }

  get generation() {
    return this.#generation;
  }

  /** As the store has it. */
  get state(): CollectionState {
    return this.#committed;
  }

  /** Whether a watch of it is held open, and heard of. */
  get held(): boolean {
    return this.#steady?.alive ?? false;
  }

  /** Ends the held watch, if there is one; what it brought and was not written is forgotten, and read again. */
  release() {
    this.#steady?.stop();
    this.#steady = undefined;
    this.#returnStream?.();
    this.#returnStream = undefined;
    this.#folded.clear();
    this.#generation += 1;
  }

  /** What is known is of another cluster, or of another time: list again. */
  restart() {
    this.release();
    this.#committed = { ...this.#committed, resourceVersion: undefined };
  }

  /** The store has it now. */
  commit({ generation, change }: PendingChange) {
    if (generation === this.#generation) {
      this.#committed = change.state;
    }
  }

  /** The kind is not served, or discovery cannot tell. Undefined when the store has it so already. */
  absent(why: 'not-installed' | 'unknown'): PendingChange | undefined {
    const outcome = why === 'unknown' ? 'broken-answer' : why;
    if (this.#committed.outcome === outcome) {
      return undefined;
    }
    this.restart();
    return this.#change({
      state: this.#state({
        outcome,
        message:
          why === 'unknown'
            ? `the API server that serves ${this.readable.key.group} behind the cluster's own does not answer`
            : undefined,
        readHow: undefined,
      }),
      objects: [],
      clear: why === 'not-installed',
    });
  }

  /** What a held watch brought since. To be written in the order it is taken. */
  takeSteadyEvents(): PendingChange | undefined {
    return this.#folded.resourceVersion === undefined
      ? undefined
      : this.#takeFolded({ provenAt: new Date(this.#options.now()) });
  }

  /** What a held watch brought since, and that its silence up to when it was last heard means that nothing else changed. */
  takeSteadyState(): PendingChange {
    return this.#takeFolded({
      ...this.#proven('watched steadily'),
      provenAt: this.#steady?.heardAt,
    });
  }

  /**
   * Brings the collection up to date. Failures become its outcome; only what has to do with the store is thrown. Undefined while
   * the API server wants to be left alone.
   */
  async read(
    client: KubernetesClient,
    options: ReadOptions,
  ): Promise<PendingChange | undefined> {
    if (this.#options.now() < this.#notBefore) {
      return undefined;
    }
    try {
      if (
        !this.readable.watchable ||
        this.#committed.resourceVersion === undefined
      ) {
        return await this.#list(client, options);
      }
      return await this.#readBriefly(
        client,
        this.#committed.resourceVersion,
        options.signal,
      );
    } catch (error) {
      if (error instanceof ApiError && error.outcome === 'expired') {
        this.restart();
        return await this.#list(client, options).catch(e => this.#failed(e));
      }
      return this.#failed(error);
    }
  }

  /** Holds the watch open, or lets go of it, as its rate and the budget have it. */
  adjust(client: KubernetesClient) {
    const { resourceVersion, outcome } = this.#committed;
    const held = this.#steady !== undefined;
    const perMinute = this.#rate.perMinute(this.#options.now());
    const hold =
      this.readable.watchable &&
      outcome === 'ok' &&
      shouldHold({ perMinute, held });
    if (held && (!hold || !this.held)) {
      this.release();
    }
    if (hold && !this.#steady && resourceVersion !== undefined) {
      this.#returnStream = this.#options.budgets.takeStream();
      if (this.#returnStream) {
        this.#hold(client, resourceVersion);
      }
    }
  }

  #hold(client: KubernetesClient, resourceVersion: string) {
    const { key, kind } = this.readable;
    this.#steady = new SteadyWatch({
      client,
      key,
      fieldSelector: kind.fieldSelector,
      resourceVersion,
      timeoutSeconds: holdSeconds(Math.random()),
      now: this.#options.now,
      onEvents: events => {
        this.#fold(events);
        this.#options.onSteadyEvents();
      },
      onEnd: error => {
        const continueFrom =
          this.#folded.resourceVersion ?? this.#committed.resourceVersion;
        if (error === undefined && continueFrom !== undefined) {
          this.#hold(client, continueFrom);
          return;
        }
        this.release();
        this.#options.onSteadyError();
      },
    });
  }

  #fold(events: readonly WatchEvent[]) {
    this.#rate.add(this.#folded.fold(events), this.#options.now());
  }

  async #readBriefly(
    client: KubernetesClient,
    resourceVersion: string,
    signal: AbortSignal,
  ): Promise<PendingChange> {
    this.release();
    this.#polls += 1;
    const events = client.watch(
      this.readable.key,
      {
        resourceVersion,
        timeoutSeconds: briefSeconds(this.#polls),
        fieldSelector: this.readable.kind.fieldSelector,
      },
      { signal },
    );
    for await (const batch of events) {
      this.#fold(batch);
    }
    return this.#takeFolded(this.#proven('watched briefly'));
  }

  #list(
    client: KubernetesClient,
    { signal, writePage }: ReadOptions,
  ): Promise<PendingChange> {
    const { budgets, proofKeys } = this.#options;
    return budgets.list(async () => {
      this.release();
      // Should any page be lost on its way to the store, none that follows may complete the listing.
      const generation = this.#generation;
      for await (const page of listCollection(client, this.readable, signal)) {
        const { listing, items, resourceVersion } = page;
        const objects = items.map(item =>
          projectObject(this.readable, item, proofKeys),
        );
        const state = listing.complete
          ? this.#state({ ...this.#proven('listed'), resourceVersion })
          : { ...this.#committed, resourceVersion: undefined };
        const change = {
          reader: this,
          generation,
          change: { state, objects, listing },
        };
        if (listing.complete) {
          return change;
        }
        await writePage(change);
      }
      throw new ApiError({
        outcome: 'broken-answer',
        message: `the list of ${this.readable.key.plural} never ended`,
      });
    });
  }

  #failed(error: unknown): PendingChange {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    this.release();
    this.#notBefore =
      this.#options.now() + (error.retryAfterSeconds ?? 0) * 1000;
    // Only discovery says that a kind is not installed.
    const gone = error.outcome === 'not-installed';
    return this.#change({
      state: this.#state({
        outcome: gone ? 'broken-answer' : error.outcome,
        message: gone
          ? `discovery names ${this.readable.key.plural}, and the API server answers that there is no such thing`
          : error.message,
      }),
      objects: [],
    });
  }

  #takeFolded(changes: Partial<CollectionState>): PendingChange {
    const { objects, resourceVersion = this.#committed.resourceVersion } =
      this.#folded.take();
    return this.#change({
      state: this.#state({ ...changes, resourceVersion }),
      objects,
    });
  }

  #proven(readHow: string): Partial<CollectionState> {
    const provenAt = new Date(this.#options.now());
    return { outcome: 'ok', message: undefined, provenAt, readHow };
  }

  #state(changes: Partial<CollectionState>): CollectionState {
    const since =
      changes.outcome && changes.outcome !== this.#committed.outcome
        ? new Date(this.#options.now())
        : this.#committed.since;
    return { ...this.#committed, since, ...changes };
  }

  #change(change: CollectionChange): PendingChange {
    return { reader: this, generation: this.#generation, change };
  }
}
