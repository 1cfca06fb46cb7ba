import { toError } from '@backstage/errors';
import type {
  ClusterProblem,
  Engine,
  GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { findEngineKind } from '../engines/findEngineKind';
import { parseManifests } from '../engines/parseManifests';
import type { BaselineConfig } from '../clusters/config/FleetConfig';
import type { PolicyBaseline } from './PolicyBaseline';

type Bundle = NonNullable<BaselineConfig['bundle']>;

/** What was read of a bundle last. */
interface ReadBundle {
  /** The hash that it was read at. */
  revision?: string;
  /** Names. */
  policies: string[];
  problem?: string;
}

/**
 * Baselines with the policies of their bundles in Git, by name. What could not be read again goes on to be demanded as it was read last,
 * and is told as a problem.
 */
export class BaselineBundles {
  #read: readonly ReadBundle[];

  constructor(
    private readonly options: {
      /** As the config has them. */
      baselines: readonly BaselineConfig[];
      hosts: GitHosts;
      engines: readonly Engine[];
    },
  ) {
    this.#read = options.baselines.map(() => ({ policies: [] }));
  }

  /** What clusters must have now. */
  current(): PolicyBaseline[] {
    return this.options.baselines.map((baseline, i) => ({
      ...baseline,
      policies: [...baseline.policies, ...this.#read[i].policies],
    }));
  }

  problems(): ClusterProblem[] {
    return this.#read.flatMap(({ problem }, i) =>
      problem
        ? [{ key: `fleet.policy.baselines[${i}].bundle`, message: problem }]
        : [],
    );
  }

  /** Reads again what has moved on in Git. */
  async refresh(): Promise<void> {
    const { baselines } = this.options;
    this.#read = await Promise.all(
      baselines.map(({ bundle }, i) =>
        bundle ? this.#refreshOne(bundle, this.#read[i]) : this.#read[i],
      ),
    );
  }

  async #refreshOne(bundle: Bundle, before: ReadBundle): Promise<ReadBundle> {
    try {
      const { host, repository } = this.options.hosts.find(bundle.repository);
      const revision = await host.headOf(repository, bundle.ref);
      if (revision === before.revision) {
        return { ...before };
      }
      const { files, complete } = await host.readFiles(
        repository,
        bundle.path,
        revision,
        { wanted: path => /\.(ya?ml|json)$/.test(path) },
      );
      const policies = files.flatMap(({ text }) => this.#policiesIn(text));
      return {
        revision,
        policies: [...new Set(policies)],
        problem: problemOf(bundle, { policies, complete }),
      };
    } catch (error) {
      return { ...before, problem: toError(error).message };
    }
  }

  /** What an engine would read as a policy; all other objects and files are none of a bundle's. */
  #policiesIn(text: string): string[] {
    return parseManifests(text).flatMap(manifest => {
      if (!('object' in manifest)) {
        return [];
      }
      const { object } = manifest;
      const found = findEngineKind(
        this.options.engines,
        object.apiVersion,
        object.kind,
      );
      const records = found?.kind.project(object, { proofKeys: [] }) ?? [];
      return records.flatMap(record =>
        record.type === 'policy' && record.policyType !== 'pod-security'
          ? record.name
          : [],
      );
    });
  }
}

function problemOf(
  { repository, path }: Bundle,
  read: { policies: readonly string[]; complete: boolean },
): string | undefined {
  const where = `${path || 'the root'} of ${repository}`;
  if (read.policies.length === 0) {
    return `there is no policy below ${where}, so nothing is demanded`;
  }
  return read.complete
    ? undefined
    : `there are too many files below ${where} to read them all: name the folder that has the policies`;
}
