import type {
  KubernetesClient,
  WatchEvent,
} from '../kubernetes/KubernetesClient';
import type { Budgets } from './Budgets';
import { holdSeconds } from './pace';
import type { ReadableKind } from './ReadableKind';
import { SteadyWatch } from './SteadyWatch';

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

  /** Opens it, if the budget allows. */
  start(
    client: KubernetesClient,
    options: { resourceVersion: string; busy: boolean },
  ) {
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
    this.#stream = new SteadyWatch({
      client,
      key: readable.key,
      fieldSelector: readable.kind.fieldSelector,
      resourceVersion,
      timeoutSeconds: holdSeconds(Math.random()),
      now,
      onEvents,
      onEnd: error => {
        const continueFrom = error === undefined ? onTimeout() : undefined;
        if (continueFrom === undefined) {
          onError();
        } else {
          this.#follow(client, continueFrom);
        }
      },
    });
  }
}
