import type { LoggerService } from '@backstage/backend-plugin-api';

/** Decides which entities go. Many at once look like a failure elsewhere, and need to be seen twice. */
export class Removals {
  readonly #logger: LoggerService;
  #suspected = new Set<string>();

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  choose(options: {
    /** Refs in the catalog. */
    present: readonly string[];
    /** Refs that are to stay. */
    wanted: ReadonlyMap<string, unknown>;
    /** Whether all that are to stay are known. */
    complete: boolean;
  }): string[] {
    const { present, wanted, complete } = options;
    if (!complete) {
      return [];
    }
    const gone = present.filter(ref => !wanted.has(ref));
    const suspected = this.#suspected;
    this.#suspected = new Set();
    if (gone.length <= present.length / 2) {
      return gone;
    }
    if (gone.every(ref => suspected.has(ref))) {
      return gone;
    }
    this.#suspected = new Set(gone);
    this.#logger.warn(
      `${gone.length} of ${present.length} clusters are no longer in the fleet; they leave the catalog if that is still so at the next look`,
    );
    return [];
  }
}
