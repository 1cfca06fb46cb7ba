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
import { CollectionProgress } from './CollectionProgress';
import { EventRate } from './EventRate';
import { FoldedEvents } from './FoldedEvents';
import { HeldWatch } from './HeldWatch';
import { listCollection } from './listCollection';
import { briefSeconds, isBusy, relaxedIsDue, shouldHold } from './pace';
import type { PendingChange } from './PendingChange';
import type { ReadableKind } from './ReadableKind';

export interface CollectionReaderOptions {
  readable: ReadableKind;
  /** As the store has it, if it has. */
  state?: CollectionState;
  proofKeys: readonly string[];
  budgets: Budgets;
  now: () => number;
  /** Of the cluster, from 0 to 1: when within five minutes it is asked for what nobody waits for. */
  phase: number;
  /** A held watch brought what somebody may wait for. */
  onSteadyEvents: () => void;
  /** A held watch broke. */
  onSteadyError: () => void;
}

export interface ReadOptions {
  signal: AbortSignal;
  /** Somebody waits for it. */
  awaited: boolean;
  /** Takes the pages of a long list as they come, all but the last. */
  writePage: (page: PendingChange) => Promise<void>;
}

/** What nobody waits for is written this seldom: where a held watch stands, and that an engine looked and found nothing new. */
const routineMs = 2 * 60_000;

/** Reads one kind of one cluster: lists it once, then follows its changes. What it knows moves on only once it is written. */
export class CollectionReader {
  readonly readable: ReadableKind;
  readonly #options: CollectionReaderOptions;
  readonly #rate: EventRate;
  readonly #folded: FoldedEvents;
  readonly #watch: HeldWatch;
  readonly #progress: CollectionProgress;
  #polls = 0;
  #expected = false;
  #generation = 0;
  /** The API server asked not to be asked earlier. */
  #notBefore = -Infinity;

  constructor(options: CollectionReaderOptions) {
    const { readable, proofKeys, now } = options;
    this.readable = readable;
    this.#options = options;
    this.#folded = new FoldedEvents(readable, proofKeys);
    this.#rate = new EventRate(now());
    this.#watch = new HeldWatch({
      ...options,
      onEvents: events => {
        if (this.#fold(this.#folded, events) > 0) {
          options.onSteadyEvents();
        }
      },
      onTimeout: () =>
        this.#folded.resourceVersion ?? this.state.resourceVersion,
      onError: () => {
        this.release();
        options.onSteadyError();
      },
    });
    this.#progress = new CollectionProgress(options);
  }

  get generation() {
    return this.#generation;
  }

  /** As the store has it. */
  get state(): CollectionState {
    return this.#progress.state;
  }

  /** Whether a watch of it is held open, and heard of. */
  get held(): boolean {
    return this.#watch.alive;
  }

  /** Whether it is time to ask. What nobody waits for may rest, unless it failed or the store takes it for watched. */
  get due(): boolean {
    const { held, outcome, resourceVersion } = this.state;
    const { watchable, absent } = this.readable;
    const read =
      outcome === 'ok' && (resourceVersion !== undefined || !watchable);
    const rests =
      !this.#prompt && !absent && !held && (read || outcome === 'not-allowed');
    const { now, phase } = this.#options;
    return (
      !rests || relaxedIsDue({ now: now(), age: this.#progress.age, phase })
    );
  }

  /** Something names an object of it: one is there, or about to be. */
  expect() {
    this.#expected = true;
  }

  /** Ends the held watch, if there is one; what it brought and was not written is forgotten, and read again. */
  release() {
    this.#watch.stop();
    this.#folded.clear();
    this.#generation += 1;
  }

  /** What is known is of another cluster, or of another time: list again. */
  restart() {
    this.release();
    this.#notBefore = -Infinity;
    this.#progress.restart();
  }

  /** The store has it now. */
  commit({ generation, change }: PendingChange) {
    if (generation === this.#generation) {
      this.#progress.commit(change.state);
    }
  }

  /** The kind is not served, or discovery cannot tell. Undefined when the store has it so already. */
  absent(why: 'not-installed' | 'unknown'): PendingChange | undefined {
    const outcome = why === 'unknown' ? 'broken-answer' : why;
    if (this.state.outcome === outcome) {
      return undefined;
    }
    this.restart();
    return this.#change({
      state: this.#progress.with({
        outcome,
        message:
          why === 'unknown'
            ? `the API server that serves ${this.readable.key.group} behind the cluster's own does not answer`
            : undefined,
        readHow: undefined,
        held: false,
      }),
      objects: [],
      clear: why === 'not-installed',
    });
  }

  /** What a held watch brought since. To be written in the order it is taken. */
  takeSteadyEvents(): PendingChange | undefined {
    return this.#folded.size === 0
      ? undefined
      : this.#takeFolded(this.#folded, {
          provenAt: new Date(this.#options.now()),
        });
  }

  /**
   * That its watch is held, and what that brought since; undefined while the store knows as much. What is held is proven by each
   * contact with the cluster: its stream is alive then.
   */
  takeSteadyState(): PendingChange | undefined {
    const known =
      this.state.held &&
      (this.#folded.resourceVersion === undefined ||
        this.#progress.age < routineMs);
    return known
      ? undefined
      : this.#takeFolded(
          this.#folded,
          this.#progress.proven('watched steadily'),
        );
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
      const { resourceVersion } = this.state;
      if (
        !this.readable.watchable ||
        resourceVersion === undefined ||
        this.#isEmpty
      ) {
        return await this.#list(client, options);
      }
      return await this.#readBriefly(client, resourceVersion, options);
    } catch (error) {
      if (error instanceof ApiError && error.outcome === 'expired') {
        this.restart();
        return await this.#list(client, options).catch(e => this.#failed(e));
      }
      return this.#failed(error);
    }
  }

  /** Holds the watch open, or lets go of it, as its pace, its rate and the budget have it. */
  adjust(client: KubernetesClient) {
    const { resourceVersion, outcome } = this.state;
    const perMinute = this.#rate.perMinute(this.#options.now());
    const hold =
      this.readable.watchable &&
      outcome === 'ok' &&
      shouldHold({
        prompt: this.#prompt,
        perMinute,
        held: this.#watch.open,
      });
    if (this.#watch.open && (!hold || !this.held)) {
      this.release();
    }
    if (hold && !this.#watch.open && resourceVersion !== undefined) {
      this.#watch.start(client, { resourceVersion, busy: isBusy(perMinute) });
    }
  }

  get #prompt(): boolean {
    switch (this.readable.kind.pace) {
      case 'relaxed':
        return false;
      case 'populated':
        return this.state.populated || this.#expected;
      default:
        return true;
    }
  }

  /** Of a kind that may well have no objects, and has none: a list of none is answered at once, where a watch takes its time. */
  get #isEmpty(): boolean {
    return this.readable.kind.pace === 'populated' && !this.state.populated;
  }

  /** Answers how many events tell anything. */
  #fold(into: FoldedEvents, batch: readonly WatchEvent[]): number {
    const { events, telling } = into.fold(batch);
    this.#rate.add(events, this.#options.now());
    return telling;
  }

  async #readBriefly(
    client: KubernetesClient,
    resourceVersion: string,
    { signal, awaited }: ReadOptions,
  ): Promise<PendingChange> {
    this.release();
    // Should a write of it fail meanwhile, this one builds on what was lost.
    const generation = this.#generation;
    const folded = new FoldedEvents(this.readable, this.#options.proofKeys);
    this.#polls += 1;
    const { kind, key } = this.readable;
    const events = client.watch(
      key,
      {
        resourceVersion,
        timeoutSeconds: briefSeconds(this.#polls, {
          prompt: this.#prompt,
          awaited,
        }),
        fieldSelector: kind.fieldSelector,
      },
      { signal, longList: kind.longList },
    );
    for await (const batch of events) {
      this.#fold(folded, batch);
    }
    return {
      ...this.#takeFolded(folded, this.#progress.proven('watched briefly')),
      generation,
    };
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
      const { resourceVersion: known, populated: before } = this.state;
      let populated = false;
      for await (const page of listCollection(client, this.readable, {
        proofKeys,
        signal,
      })) {
        const { listing, objects, resourceVersion } = page;
        populated ||= objects.length > 0;
        const state = listing.complete
          ? this.#progress.with({
              ...this.#progress.proven('listed'),
              resourceVersion,
              populated,
            })
          : { ...this.state, resourceVersion: undefined };
        // Where there was nothing and is nothing, nothing can go either.
        const stillEmpty = known !== undefined && !before && !populated;
        const change = {
          reader: this,
          generation,
          change: stillEmpty ? { state, objects } : { state, objects, listing },
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
      state: this.#progress.with({
        outcome: gone ? 'broken-answer' : error.outcome,
        message: gone
          ? `discovery names ${this.readable.key.plural}, and the API server answers that there is no such thing`
          : error.message,
        held: false,
      }),
      objects: [],
    });
  }

  #takeFolded(
    folded: FoldedEvents,
    changes: Partial<CollectionState>,
  ): PendingChange {
    const { objects, resourceVersion = this.state.resourceVersion } =
      folded.take();
    const populated =
      this.state.populated || objects.some(({ records }) => records.length > 0);
    return this.#change({
      state: this.#progress.with({ ...changes, resourceVersion, populated }),
      objects,
    });
  }

  #change(change: CollectionChange): PendingChange {
    return { reader: this, generation: this.#generation, change };
  }
}
