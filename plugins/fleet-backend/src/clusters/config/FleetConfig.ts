import type { z } from 'zod';
import type { fleetSchema } from './fleetSchema';

/** The `fleet` section of app-config, with every default in place. */
export type FleetConfig = z.output<typeof fleetSchema>;

/** One of `fleet.environments`; their order is the order of promotion. */
export type EnvironmentConfig = FleetConfig['environments'][number];

/** One of `fleet.clusters.kubeconfig`. */
export type KubeconfigFileConfig =
  FleetConfig['clusters']['kubeconfig'][number];

/** One of `fleet.policy.baselines`. */
export type BaselineConfig = FleetConfig['policy']['baselines'][number];

/** One of `fleet.claims.clusterKinds`. */
export type ClusterKindConfig = FleetConfig['claims']['clusterKinds'][number];

/** One of `fleet.claims.bootstrap`. */
export type BootstrapConfig = FleetConfig['claims']['bootstrap'][number];

/** One of `fleet.git.repositories`. */
export type RepositoryConfig = FleetConfig['git']['repositories'][number];

/** `fleet.clusters.hub`. */
export type HubConfig = FleetConfig['clusters']['hub'];

/** How the service signs in to the clusters of a source on the hub. */
export type HubSignInConfig = NonNullable<HubConfig['clusterProfile']>;

/** `fleet.promotion`. */
export type PromotionConfig = FleetConfig['promotion'];
