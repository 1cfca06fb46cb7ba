import {
  type ClusterDefinition,
  type Credential,
  NeedsServiceIdentityError,
  type SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { SignInRegistry } from './SignInRegistry';
import { UserTokenSignIn } from './UserTokenSignIn';

class CountingSignIn implements SignIn {
  readonly provider = 'counting';
  count = 0;
  expiresAt?: Date;
  failure?: Error;

  async signIn(): Promise<Credential> {
    this.count += 1;
    if (this.failure) {
      throw this.failure;
    }
    return { token: `token-${this.count}`, expiresAt: this.expiresAt };
  }
}

function cluster(signIn: ClusterDefinition['signIn']): ClusterDefinition {
  return {
    name: 'spoke',
    url: 'https://spoke.example.org',
    labels: {},
    source: 'fleet.clusters.static[0]',
    signIn,
  };
}

describe('SignInRegistry', () => {
  const { signal } = new AbortController();
  const counting = new CountingSignIn();
  const registry = SignInRegistry.create({
    signIns: [counting, ...UserTokenSignIn.all()],
  });
  const get = (parameters: Record<string, unknown> = {}) =>
    registry.get(cluster({ provider: 'counting', parameters }), { signal });

  beforeEach(() => {
    Object.assign(counting, {
      count: 0,
      expiresAt: undefined,
      failure: undefined,
    });
    registry.forget('spoke');
  });

  it('signs in once for all who ask, and again when forgotten or set up differently', async () => {
    const all = await Promise.all([get(), get(), get()]);
    expect(all.map(({ token }) => token)).toEqual(Array(3).fill('token-1'));
    registry.forget('spoke');
    expect(await get()).toEqual({ token: 'token-2' });
    expect(await get({ token: 'new' })).toEqual({ token: 'token-3' });
  });

  it('keeps a credential that was renewed before the old one was refused', async () => {
    const refused = await get();
    registry.forget('spoke', refused);
    const renewed = await get();
    registry.forget('spoke', refused);
    expect(await get()).toBe(renewed);
    registry.forget('spoke', renewed);
    expect(await get()).toEqual({ token: 'token-3' });
  });

  it('signs in again shortly before a credential ends', async () => {
    counting.expiresAt = new Date(Date.now() + 60_000);
    await get();
    await get();
    expect(counting.count).toBe(1);
    registry.forget('spoke');
    counting.expiresAt = new Date(Date.now() + 10_000);
    await get();
    await get();
    expect(counting.count).toBe(3);
  });

  it('tells a failure without its secrets and remembers none', async () => {
    counting.failure = new Error(
      'curl -H "Authorization: Bearer abc.def" with hunter22 and eyJhbGciOi.eyJpc3Mi.c2ln failed',
    );
    const env = [
      { name: 'DEBUG', value: '1' },
      { name: 'HOST', value: 'a' },
    ];
    await expect(
      get({ user: { token: 'hunter22', exec: { env } } }),
    ).rejects.toMatchObject({
      outcome: 'not-signed-in',
      message:
        'cannot sign in with counting: curl -H "Authorization: Bearer …" with … and … failed',
    });
    counting.failure = undefined;
    expect(await get()).toEqual({ token: 'token-2' });
  });

  it('leaves when the caller does', async () => {
    await expect(
      registry.get(cluster({ provider: 'counting' }), {
        signal: AbortSignal.abort(),
      }),
    ).rejects.toThrow('aborted');
  });

  it('says what to set where a user is needed or nobody serves', async () => {
    await expect(
      registry.get(cluster({ provider: 'aks' }), { signal }),
    ).rejects.toThrow(NeedsServiceIdentityError);
    await expect(
      registry.get(cluster({ provider: 'google' }), { signal }),
    ).rejects.toThrow(
      'set authProvider: googleServiceAccount at fleet.clusters.static[0]',
    );
    await expect(
      registry.get(cluster({ provider: 'kerberos' }), { signal }),
    ).rejects.toMatchObject({
      outcome: 'misconfigured',
      message:
        'there is no authProvider kerberos; at fleet.clusters.static[0] set one of counting, google, aks, oidc',
    });
  });
});
