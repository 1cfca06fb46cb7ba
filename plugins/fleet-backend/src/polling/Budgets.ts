import pLimit, { type Limit } from 'p-limit';
import type { PollingOptions } from './PollingOptions';

/** What the clusters of a replica share, so that none of them can take it all. */
export class Budgets {
  readonly #healthy: Limit;
  readonly #suspect: Limit;
  readonly #lists: Limit;
  #streams: number;
  /** For kinds so busy that a brief watch may come too late. */
  readonly #reserved: number;

  constructor(
    options: Pick<PollingOptions, 'concurrency' | 'relists' | 'streams'>,
  ) {
    this.#healthy = pLimit(options.concurrency);
    this.#suspect = pLimit(Math.max(1, Math.ceil(options.concurrency / 5)));
    this.#lists = pLimit(options.relists);
    this.#streams = options.streams;
    this.#reserved = Math.floor(options.streams / 5);
  }

  /** Runs one poll. Clusters that failed last wait among themselves: their time-outs delay no healthy one. */
  poll<T>(suspect: boolean, run: () => Promise<T>): Promise<T> {
    return (suspect ? this.#suspect : this.#healthy)(run);
  }

  list<T>(run: () => Promise<T>): Promise<T> {
    return this.#lists(run);
  }

  /** A place for one held stream, or undefined when all are taken. Call the answer to give it back. */
  takeStream({ busy }: { busy: boolean }): (() => void) | undefined {
    if (this.#streams <= (busy ? 0 : this.#reserved)) {
      return undefined;
    }
    this.#streams -= 1;
    let returned = false;
    return () => {
      if (!returned) {
        returned = true;
        this.#streams += 1;
      }
    };
  }
}
