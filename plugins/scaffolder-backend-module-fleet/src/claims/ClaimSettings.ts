import type { Config } from '@backstage/config';

/** Where in a claim that makes a cluster things are, as paths of keys. */
export interface ClusterClaimFields {
  environment: string[];
  version: string[];
  nodeGroups: string[];
  addons: string[];
}

/** What `fleet.claims` of the config says to actions. */
export class ClaimSettings {
  static fromConfig(root: Config): ClaimSettings {
    const config = root.getOptionalConfig('fleet.claims');
    const kinds = config?.getOptionalConfigArray('clusterKinds') ?? [];
    const stages = config?.getOptionalConfigArray('bootstrap') ?? [];
    return new ClaimSettings(
      new Map(
        kinds.map(kind => [
          keyOf(kind.getString('group'), kind.getString('kind')),
          fieldsOf(kind.getOptionalConfig('fields')),
        ]),
      ),
      stages.flatMap(
        stage => stage.getOptionalStringArray('applications') ?? [],
      ),
    );
  }

  /** Applications that every cluster has from its bootstrap, as `NAMESPACE/NAME`; `*` is anything. */
  readonly bootstrapApplications: readonly string[];
  readonly #kinds: ReadonlyMap<string, ClusterClaimFields>;

  private constructor(
    kinds: ReadonlyMap<string, ClusterClaimFields>,
    bootstrapApplications: readonly string[],
  ) {
    this.#kinds = kinds;
    this.bootstrapApplications = bootstrapApplications;
  }

  /** Undefined for a kind that makes no clusters. */
  fieldsOf(claim: {
    apiVersion: string;
    kind: string;
  }): ClusterClaimFields | undefined {
    return this.#kinds.get(keyOf(claim.apiVersion.split('/')[0], claim.kind));
  }
}

function keyOf(group: string, kind: string): string {
  return `${group}/${kind}`;
}

function fieldsOf(config: Config | undefined): ClusterClaimFields {
  const path = (name: string, usual: string) =>
    (config?.getOptionalString(name) ?? usual).split('.');
  return {
    environment: path('environment', 'spec.environment'),
    version: path('version', 'spec.kubernetes.version'),
    nodeGroups: path('nodeGroups', 'spec.nodeGroups'),
    addons: path('addons', 'spec.addons'),
  };
}
