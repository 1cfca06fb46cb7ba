import path from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

const records = projectFixture(
  path.join(__dirname, '__fixtures__/secrets.yaml'),
);

it.each([
  [
    'brought',
    {
      type: 'secret-sync',
      engine: 'external-secrets',
      state: 'healthy',
      summary: 'brought from its store',
      reason: 'SecretSynced',
      since: '2026-01-01T08:00:00Z',
      proofs: { 'backstage.io/kubernetes-id': 'bookings' },
      direction: 'pull',
      store: 'ClusterSecretStore/vault',
      target: 'bookings-database',
      syncedAt: '2026-01-05T08:00:00Z',
      refreshSeconds: 900,
    },
  ],
  [
    'older',
    {
      state: 'healthy',
      store: 'SecretStore/team',
      target: 'older',
      refreshSeconds: 3600,
    },
  ],
  [
    'refused',
    {
      state: 'failing',
      summary:
        'cannot be brought from its store: could not get secret data from provider: 403',
      refreshSeconds: undefined,
    },
  ],
  [
    'gone',
    {
      state: 'failing',
      summary: 'is no longer in its store, and was deleted here',
      refreshSeconds: undefined,
    },
  ],
  [
    'once',
    { state: 'healthy', store: 'Password/random', refreshSeconds: undefined },
  ],
  [
    'in-windows',
    {
      state: 'unknown',
      summary: 'External Secrets has not taken it up',
      refreshSeconds: undefined,
    },
  ],
  ['deleting', { state: 'progressing', summary: 'is being deleted' }],
  [
    'pushed',
    {
      state: 'failing',
      summary: 'cannot be brought to its store: set secret failed',
      direction: 'push',
      store: 'SecretStore/team',
      target: 'bookings-token',
      refreshSeconds: 3600,
    },
  ],
  [
    'registry',
    {
      state: 'degraded',
      summary: 'cannot be made in billing',
      message: 'external secret already exists in namespace',
      store: 'ClusterSecretStore/vault',
      target: 'pull-secret',
    },
  ],
  ['tokens', { state: 'healthy', summary: 'is in 1 namespaces' }],
  [
    'vault',
    {
      type: 'engine-object',
      state: 'healthy',
      details: { provider: 'vault', can: 'ReadWrite' },
    },
  ],
  [
    'team',
    {
      state: 'failing',
      summary: 'cannot be asked: unable to assume role',
      details: { provider: 'aws' },
    },
  ],
])('reads %s', (name, expected) => {
  expect(records.get(name)).toEqual([expect.objectContaining(expected)]);
});

it('keeps nothing of how to sign in to a store', () => {
  expect(JSON.stringify([...records])).not.toMatch(
    /vault\.example|tokenSecret/,
  );
});
