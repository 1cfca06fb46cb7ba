import type {
  ClusterDefinition,
  Credential,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** Signs in to clusters and remembers the credentials while they last. */
export interface CredentialSource {
  get(
    cluster: ClusterDefinition,
    options: { signal: AbortSignal },
  ): Promise<Credential>;
  /** Sign in afresh next time; where a credential is named that the API server refused, only if it has not been renewed meanwhile. */
  forget(cluster: string, refused?: Credential): void;
}
