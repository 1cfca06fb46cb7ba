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
  /** The API server refused the credential: sign in afresh next time. */
  forget(cluster: string): void;
}
