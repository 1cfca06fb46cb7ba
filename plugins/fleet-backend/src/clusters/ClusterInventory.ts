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

const notAsked: ClusterSourceResult = {
  clusters: [],
  problems: [],
  complete: false,
};

/** The clusters of the fleet, as all sources together name them. */
export class ClusterInventory {
  readonly #sources: readonly ClusterSource[];
  #onHubs: readonly ClusterSource[] = [];
  readonly #last?: ClusterSource;
  readonly #hub?: string;
  readonly #configProblems: readonly ClusterProblem[];
  readonly #logger: LoggerService;
  readonly #results = new Map<ClusterSource, ClusterSourceResult>();
  readonly #listeners = new Set<() => void>();
  #current: ClusterSourceResult;
  #byName = new Map<string, ClusterDefinition>();
  #refreshing?: Promise<void>;

  static create(options: {
    /** Where two name the same cluster, the first one wins. */
    sources: readonly ClusterSource[];
    /** Counts only when all others have answered, so that it can take no other cluster's place, not even for a while. */
    last?: ClusterSource;
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
    last?: ClusterSource;
    hub?: string;
    problems: readonly ClusterProblem[];
    logger: LoggerService;
  }) {
    this.#sources = options.sources;
    this.#last = options.last;
    this.#hub = options.hub;
    this.#configProblems = options.problems;
    this.#logger = options.logger;
    this.#current = notAsked;
  }

  /** What is known by now; before the first source has answered, nothing, and that incomplete. */
  current(): ClusterSourceResult {
    return this.#current;
  }

  /** From now on these are asked too: after the others, which name the hubs that they ask in turn. */
  askOnHubs(sources: readonly ClusterSource[]) {
    this.#onHubs = sources;
  }

  get(name: string): ClusterDefinition | undefined {
    return this.#byName.get(name);
  }

  /** Calls back when an answer of a source changed anything; answers how to end that. */
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
    await this.#askEach(this.#sources);
    await this.#askEach(this.#onHubs);
    if (this.#last) {
      this.#results.set(this.#last, await this.#ask(this.#last));
    }
    this.#publish();
  }

  /** None waits for a slow one. */
  async #askEach(sources: readonly ClusterSource[]) {
    await Promise.all(
      sources.map(async source => {
        this.#results.set(source, await this.#ask(source));
        this.#publish();
      }),
    );
  }

  #publish() {
    const sources = [
      ...this.#sources,
      ...this.#onHubs,
      ...(this.#last ? [this.#last] : []),
    ];
    const merged = mergeClusters({
      results: sources.map(source => this.#results.get(source) ?? notAsked),
      hub: this.#hub,
    });
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
    const before = this.#results.get(source)?.clusters ?? [];
    try {
      const result = await orAborted(
        source.list(),
        AbortSignal.timeout(timeoutMs),
      );
      if (result.complete) {
        return result;
      }
      const named = new Set(result.clusters.map(({ name }) => name));
      const missed = before.filter(({ name }) => !named.has(name));
      return { ...result, clusters: [...result.clusters, ...missed] };
    } catch (error) {
      const problem = { key: source.name, message: toError(error).message };
      return { clusters: before, problems: [problem], complete: false };
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
