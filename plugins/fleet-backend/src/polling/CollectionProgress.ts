import type { CollectionState } from '../store/FleetPollStore';
import type { ReadableKind } from './ReadableKind';

/** How far a collection has been read, as the store has it. */
export class CollectionProgress {
  readonly #now: () => number;
  #state: CollectionState;
  #committedAt: number;

  constructor(options: {
    readable: ReadableKind;
    /** As the store has it, if it has. */
    state?: CollectionState;
    now: () => number;
  }) {
    const { readable, state, now } = options;
    this.#now = now;
    const readSo = state?.projection === readable.projection;
    this.#state = {
      outcome: 'pending',
      since: new Date(now()),
      held: false,
      populated: false,
      ...state,
      ...readable.key,
      everySeconds: readable.everySeconds,
      projection: readable.projection,
      resourceVersion: readSo ? state.resourceVersion : undefined,
    };
    this.#committedAt = (readSo && state.provenAt?.getTime()) || -Infinity;
  }

  get state(): CollectionState {
    return this.#state;
  }

  /** Milliseconds since the store was told anything that still holds. */
  get age(): number {
    return this.#now() - this.#committedAt;
  }

  /** The store has it now. */
  commit(state: CollectionState) {
    this.#state = state;
    this.#committedAt = this.#now();
  }

  /** What is known is of another cluster, or of another time. */
  restart() {
    this.#state = { ...this.#state, resourceVersion: undefined };
    this.#committedAt = -Infinity;
  }

  /** The state with these changes, for the store. */
  with(changes: Partial<CollectionState>): CollectionState {
    const since =
      changes.outcome && changes.outcome !== this.#state.outcome
        ? new Date(this.#now())
        : this.#state.since;
    return { ...this.#state, since, ...changes };
  }

  /** What has been read is complete as of now. */
  proven(
    readHow: NonNullable<CollectionState['readHow']>,
  ): Partial<CollectionState> {
    return {
      outcome: 'ok',
      message: undefined,
      provenAt: new Date(this.#now()),
      readHow,
      held: readHow === 'watched steadily',
    };
  }
}
