import { isDeepStrictEqual } from 'node:util';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  ClusterDefinition,
  ClusterProblem,
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { mergeClusters } from './mergeClusters';
import { orAborted } from './orAborted';

const timeoutMs = 45_000;

/** The clusters of the fleet, as all sources together name them. */
export class ClusterInventory {
  readonly #sources: readonly ClusterSource[];
  readonly #hub?: string;
  readonly #configProblems: readonly ClusterProblem[];
  readonly #logger: LoggerService;
  readonly #lastGood = new Map<ClusterSource, ClusterSourceResult>();
  readonly #listeners = new Set<() => void>();
  #current: ClusterSourceResult;
  #byName = new Map<string, ClusterDefinition>();
  #refreshing?: Promise<void>;

  static create(options: {
    /** Where two name the same cluster, the first one wins. */
    sources: readonly ClusterSource[];
    /** `fleet.clusters.hub.cluster`. */
    hub?: string;
    /** What is wrong with config; said beside the problems of the sources. */
    problems: readonly ClusterProblem[];
    logger: LoggerService;
  }) {
    return new ClusterInventory(options);
  }

  private constructor(options: {
    sources: readonly ClusterSource[];
    hub?: string;
    problems: readonly ClusterProblem[];
    logger: LoggerService;
  }) {
    this.#sources = options.sources;
    this.#hub = options.hub;
    this.#configProblems = options.problems;
    this.#logger = options.logger;
    this.#current = { clusters: [], problems: [], complete: false };
  }

  /** What the last refresh found; before the first, nothing, and that incomplete. */
  current(): ClusterSourceResult {
    return this.#current;
  }

  get(name: string): ClusterDefinition | undefined {
    return this.#byName.get(name);
  }

  /** Calls back after a refresh that changed anything; answers how to end that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks every source. Never throws: what a source named stays until the source has looked everywhere and no longer names it. */
  async refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh() {
    const results = await Promise.all(
      this.#sources.map(source => this.#ask(source)),
    );
    const merged = mergeClusters({ results, hub: this.#hub });
    const next = {
      ...merged,
      problems: [...this.#configProblems, ...merged.problems],
    };
    if (isDeepStrictEqual(next, this.#current)) {
      return;
    }
    this.#warnOfNew(next.problems);
    this.#current = next;
    this.#byName = new Map(
      next.clusters.map(cluster => [cluster.name, cluster]),
    );
    for (const listener of this.#listeners) {
      listener();
    }
  }

  async #ask(source: ClusterSource): Promise<ClusterSourceResult> {
    try {
      const result = await orAborted(
        source.list(),
        AbortSignal.timeout(timeoutMs),
      );
      const named = new Set(result.clusters.map(({ name }) => name));
      const missed = result.complete
        ? []
        : this.#lastGood
            .get(source)
            ?.clusters.filter(({ name }) => !named.has(name));
      const known = {
        ...result,
        clusters: [...result.clusters, ...(missed ?? [])],
      };
      this.#lastGood.set(source, known);
      return known;
    } catch (error) {
      const problem = { key: source.name, message: toError(error).message };
      return {
        clusters: this.#lastGood.get(source)?.clusters ?? [],
        problems: [problem],
        complete: false,
      };
    }
  }

  #warnOfNew(problems: readonly ClusterProblem[]) {
    for (const problem of problems) {
      const known = this.#current.problems.some(other =>
        isDeepStrictEqual(other, problem),
      );
      if (!known) {
        this.#logger.warn(`${problem.key}: ${problem.message}`);
      }
    }
  }
}
