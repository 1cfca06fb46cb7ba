import type {
  KubernetesClient,
  WatchEvent,
} from '../kubernetes/KubernetesClient';
import type { Budgets } from './Budgets';
import { holdSeconds } from './pace';
import type { ReadableKind } from './ReadableKind';
import { SteadyWatch } from './SteadyWatch';

/** A stream that ends sooner did not end in its time: something on the way to the API server does not let it be held. */
const soonMs = 10_000;
/** So long it is not tried again. */
const restMs = 60_000;

export interface HeldWatchOptions {
  readable: ReadableKind;
  budgets: Budgets;
  now: () => number;
  onEvents: (events: WatchEvent[]) => void;
  /** The API server ended the stream in its time. Answers where it goes on; undefined: it does not. */
  onTimeout: () => string | undefined;
  /** It broke. */
  onError: () => void;
}

/** The watch of one kind that is held open, over as many streams as that takes, within the budget of streams. */
export class HeldWatch {
  readonly #options: HeldWatchOptions;
  #stream?: SteadyWatch;
  #returnStream?: () => void;
  #restsUntil = -Infinity;

  constructor(options: HeldWatchOptions) {
    this.#options = options;
  }

  get open(): boolean {
    return this.#stream !== undefined;
  }

  /** Whether it is open, and heard of. */
  get alive(): boolean {
    return this.#stream?.alive ?? false;
  }

  /** Opens it, if the budget allows and it did not break at once the last time. */
  start(
    client: KubernetesClient,
    options: { resourceVersion: string; busy: boolean },
  ) {
    if (this.#options.now() < this.#restsUntil) {
      return;
    }
    this.#returnStream = this.#options.budgets.takeStream(options);
    if (this.#returnStream) {
      this.#follow(client, options.resourceVersion);
    }
  }

  stop() {
    this.#stream?.stop();
    this.#stream = undefined;
    this.#returnStream?.();
    this.#returnStream = undefined;
  }

  #follow(client: KubernetesClient, resourceVersion: string) {
    const { readable, now, onEvents, onTimeout, onError } = this.#options;
    const startedAt = now();
    this.#stream = new SteadyWatch({
      client,
      key: readable.key,
      fieldSelector: readable.kind.fieldSelector,
      longList: readable.kind.longList,
      resourceVersion,
      timeoutSeconds: holdSeconds(Math.random()),
      now,
      onEvents,
      onEnd: error => {
        const soon = now() - startedAt < soonMs;
        if (soon) {
          this.#restsUntil = now() + restMs;
        }
        const continueFrom =
          error === undefined && !soon ? onTimeout() : undefined;
        if (continueFrom === undefined) {
          onError();
        } else {
          this.#follow(client, continueFrom);
        }
      },
    });
  }
}
