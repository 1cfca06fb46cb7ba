import type {
  BootstrapConfig,
  ClusterKindConfig,
  EnvironmentConfig,
} from '../clusters/config/FleetConfig';

/** What the config says of claims. */
export interface ClaimRules {
  /** Kinds of claims that make clusters. */
  clusterKinds: readonly ClusterKindConfig[];
  /** What a new cluster has to have; empty: an engine of delivery that is well. */
  bootstrap: readonly BootstrapConfig[];
  environments: readonly Pick<
    EnvironmentConfig,
    'name' | 'directory' | 'words'
  >[];
}
