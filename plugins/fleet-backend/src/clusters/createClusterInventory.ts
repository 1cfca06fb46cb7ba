import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ClusterProblem,
  ClusterSource,
  SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { ClusterInventory } from './ClusterInventory';
import type { FleetConfig } from './config/FleetConfig';
import { AnonymousSignIn } from './signIn/AnonymousSignIn';
import { AwsSignIn } from './signIn/AwsSignIn';
import { AzureSignIn } from './signIn/AzureSignIn';
import { GoogleAccessTokens } from './signIn/GoogleAccessTokens';
import { GoogleServiceAccountSignIn } from './signIn/GoogleServiceAccountSignIn';
import { KubeconfigSignIn } from './signIn/KubeconfigSignIn';
import { ServiceAccountSignIn } from './signIn/ServiceAccountSignIn';
import { SignInRegistry } from './signIn/SignInRegistry';
import { UnsetSignIn } from './signIn/UnsetSignIn';
import { UserTokenSignIn } from './signIn/UserTokenSignIn';
import { CatalogClusterSource } from './sources/CatalogClusterSource';
import { KubeconfigClusterSource } from './sources/KubeconfigClusterSource';
import { StaticClusterSource } from './sources/StaticClusterSource';
import { kubernetesClusterSources } from './sources/kubernetesClusterSources';

/** The sources and sign-ins that come with the suite, with those that other modules add. */
export function createClusterInventory(options: {
  config: Config;
  fleet: FleetConfig;
  /** What is wrong with config. */
  problems: readonly ClusterProblem[];
  logger: LoggerService;
  catalog: CatalogService;
  auth: AuthService;
  /** Of other modules. */
  sources: readonly ClusterSource[];
  /** Of other modules; they replace the suite's of the same provider. */
  signIns: readonly SignIn[];
}): { inventory: ClusterInventory; signIns: SignInRegistry } {
  const { config, fleet, logger, catalog, auth } = options;
  const { allowedHosts, allowedOrigins } = fleet.clusters.catalog;
  const google = GoogleAccessTokens.fromConfig(config);
  const kubernetes = fleet.clusters.kubernetes
    ? kubernetesClusterSources({
        methods: config.getOptional('kubernetes.clusterLocatorMethods'),
        getAccessToken: async () => (await google.get()).token,
      })
    : { sources: [], problems: [] };
  const fromCatalog = allowedHosts.length > 0 && allowedOrigins.length > 0;
  return {
    inventory: ClusterInventory.create({
      sources: [
        StaticClusterSource.fromConfig(fleet),
        ...kubernetes.sources,
        ...KubeconfigClusterSource.fromConfig(fleet),
        ...options.sources,
      ],
      // What people register can take the place of nothing that an administrator has named.
      last: fromCatalog
        ? new CatalogClusterSource({
            catalog,
            auth,
            allowedHosts,
            allowedOrigins,
          })
        : undefined,
      hub: fleet.clusters.hub.cluster,
      problems: [
        ...options.problems,
        ...kubernetes.problems,
        ...halfOpenCatalog(fleet),
      ],
      logger,
    }),
    signIns: SignInRegistry.create({
      signIns: [
        new ServiceAccountSignIn(),
        new KubeconfigSignIn(),
        AwsSignIn.fromConfig(config),
        new GoogleServiceAccountSignIn(google),
        new AzureSignIn(),
        new AnonymousSignIn(),
        new UnsetSignIn(),
        ...UserTokenSignIn.all(),
        ...options.signIns,
      ],
    }),
  };
}

function halfOpenCatalog({ clusters }: FleetConfig): ClusterProblem[] {
  const { allowedHosts, allowedOrigins } = clusters.catalog;
  return allowedHosts.length > 0 === allowedOrigins.length > 0
    ? []
    : [
        {
          key: 'fleet.clusters.catalog',
          message:
            'the catalog names no clusters until both allowedHosts and allowedOrigins are set',
        },
      ];
}
