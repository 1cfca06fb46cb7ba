import { isDeepStrictEqual } from 'node:util';
import { toError } from '@backstage/errors';
import type {
  ClusterDefinition,
  Credential,
  SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { NeedsServiceIdentityError } from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from '../../kubernetes/ApiError';
import type { CredentialSource } from '../../kubernetes/CredentialSource';
import { orAborted } from '../orAborted';
import { redact } from './redact';

/** A credential is renewed this long before it ends. */
const marginMs = 15_000;

const timeoutMs = 30_000;

interface Attempt {
  signIn: ClusterDefinition['signIn'];
  url: string;
  credential: Promise<Credential>;
  /** The same, once it is there. */
  settled?: Credential;
}

/** Signs in the way each cluster is set up for, once for all who ask, and remembers the credentials while they last. */
export class SignInRegistry implements CredentialSource {
  readonly #signIns: ReadonlyMap<string, SignIn>;
  readonly #attempts = new Map<string, Attempt>();

  /** Where two serve the same provider, the later one does. */
  static create(options: { signIns: readonly SignIn[] }) {
    return new SignInRegistry(
      new Map(options.signIns.map(signIn => [signIn.provider, signIn])),
    );
  }

  private constructor(signIns: ReadonlyMap<string, SignIn>) {
    this.#signIns = signIns;
  }

  async get(
    cluster: ClusterDefinition,
    { signal }: { signal: AbortSignal },
  ): Promise<Credential> {
    return orAborted(this.#attempt(cluster).credential, signal);
  }

  forget(cluster: string, refused?: Credential) {
    const known = this.#attempts.get(cluster);
    if (!refused || known?.settled === refused) {
      this.#attempts.delete(cluster);
    }
  }

  #attempt(cluster: ClusterDefinition): Attempt {
    const known = this.#attempts.get(cluster.name);
    if (known && isCurrent(known, cluster)) {
      return known;
    }
    const attempt: Attempt = {
      signIn: cluster.signIn,
      url: cluster.url,
      credential: this.#signIn(cluster),
    };
    this.#attempts.set(cluster.name, attempt);
    attempt.credential.then(
      credential => {
        attempt.settled = credential;
      },
      () => {
        if (this.#attempts.get(cluster.name) === attempt) {
          this.forget(cluster.name);
        }
      },
    );
    return attempt;
  }

  async #signIn(cluster: ClusterDefinition): Promise<Credential> {
    const { provider, parameters } = cluster.signIn;
    const signIn = this.#signIns.get(provider);
    if (!signIn) {
      throw new ApiError({
        outcome: 'misconfigured',
        message: `there is no authProvider ${provider}; at ${
          cluster.source
        } set one of ${[...this.#signIns.keys()].join(', ')}`,
      });
    }
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await orAborted(signIn.signIn(cluster, { signal }), signal);
    } catch (error) {
      if (error instanceof NeedsServiceIdentityError) {
        throw error;
      }
      throw new ApiError({
        outcome: 'not-signed-in',
        message: `cannot sign in with ${provider}: ${redact(
          toError(error).message,
          parameters,
        )}`,
      });
    }
  }
}

function isCurrent(attempt: Attempt, cluster: ClusterDefinition): boolean {
  const ends = attempt.settled?.expiresAt?.getTime() ?? Infinity;
  return (
    ends - marginMs > Date.now() &&
    attempt.url === cluster.url &&
    isDeepStrictEqual(attempt.signIn, cluster.signIn)
  );
}
