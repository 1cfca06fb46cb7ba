import type { LongList } from '@fleetcommander/backstage-plugin-fleet-node';
import type {
  KubernetesClient,
  WatchEvent,
} from '../kubernetes/KubernetesClient';
import type { CollectionKey } from '../store/FleetPollStore';

/** Bookmarks come about once a minute: a stream that was quiet for longer is dead, whatever TCP says. */
const quietMs = 90_000;

/** A watch that is held open. It says when it ended and why; who holds it decides what then. */
export class SteadyWatch {
  readonly #abort = new AbortController();
  readonly #now: () => number;
  #heardAt: number;
  #ended = false;

  constructor(options: {
    client: KubernetesClient;
    key: CollectionKey;
    fieldSelector?: string;
    longList?: LongList;
    resourceVersion: string;
    timeoutSeconds: number;
    now: () => number;
    onEvents: (events: WatchEvent[]) => void;
    /** With the error, unless the API server ended it cleanly. */
    onEnd: (error?: unknown) => void;
  }) {
    this.#now = options.now;
    this.#heardAt = options.now();
    this.#run(options).then(
      () => this.#end(options.onEnd),
      error => this.#end(options.onEnd, error),
    );
  }

  /** Whether silence on it means that nothing changed. */
  get alive(): boolean {
    return !this.#ended && this.#now() - this.#heardAt < quietMs;
  }

  stop() {
    this.#ended = true;
    this.#abort.abort();
  }

  async #run(options: {
    client: KubernetesClient;
    key: CollectionKey;
    fieldSelector?: string;
    longList?: LongList;
    resourceVersion: string;
    timeoutSeconds: number;
    onEvents: (events: WatchEvent[]) => void;
  }) {
    const stream = options.client.watch(
      options.key,
      {
        resourceVersion: options.resourceVersion,
        timeoutSeconds: options.timeoutSeconds,
        fieldSelector: options.fieldSelector,
      },
      { signal: this.#abort.signal, longList: options.longList },
    );
    for await (const events of stream) {
      if (this.#ended) {
        return;
      }
      this.#heardAt = this.#now();
      options.onEvents(events);
    }
  }

  #end(onEnd: (error?: unknown) => void, error?: unknown) {
    if (!this.#ended) {
      this.#ended = true;
      onEnd(error);
    }
  }
}
