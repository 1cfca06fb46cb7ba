import type { ClusterDefinition } from './ClusterDefinition';

/** What a request to an API server carries. Never stored or logged. @public */
export interface Credential {
  /** Bearer token. */
  token?: string;
  /** PEM of a client certificate and its key. */
  certificate?: { cert: string; key: string };
  /** User and password of basic authentication. */
  basic?: { username: string; password: string };
  /** When to sign in again; without it, when the API server answers 401. */
  expiresAt?: Date;
}

/**
 * Signs the service in to a cluster; a poller has no user. Throws {@link NeedsServiceIdentityError} when the cluster is set up
 * for the user's own token, and any other error when signing in failed.
 *
 * @public
 */
export interface SignIn {
  /** The `authProvider` it serves. */
  provider: string;
  signIn(
    cluster: ClusterDefinition,
    options: { signal: AbortSignal },
  ): Promise<Credential>;
}

/** The cluster is set up for a user's token; the message says what to set instead. @public */
export class NeedsServiceIdentityError extends Error {
  name = 'NeedsServiceIdentityError';
}
