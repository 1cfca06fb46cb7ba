import path from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

const records = projectFixture(
  path.join(__dirname, '__fixtures__/certificates.yaml'),
);

it.each([
  [
    'good',
    {
      type: 'certificate',
      engine: 'cert-manager',
      state: 'healthy',
      summary: 'is good',
      since: '2026-01-01T08:00:00Z',
      names: ['shop.example.org', 'www.shop.example.org'],
      issuer: 'ClusterIssuer/letsencrypt',
      target: 'shop-tls',
      notAfter: '2026-06-01T08:00:00Z',
      renewalAt: '2026-05-02T08:00:00Z',
      failedAttempts: undefined,
      revision: 3,
    },
  ],
  ['renewed', { state: 'healthy', issuer: 'Issuer/ca' }],
  [
    'not-renewed',
    {
      state: 'degraded',
      summary:
        'cannot be renewed, 4 attempts: The certificate request has failed to complete: DNS problem',
      failedAttempts: 4,
      lastFailureAt: '2026-01-05T08:00:00Z',
    },
  ],
  [
    'never-issued',
    { state: 'failing', summary: 'cannot be issued, 2 attempts' },
  ],
  [
    'first',
    {
      state: 'progressing',
      summary: 'is being issued: Issuing certificate as Secret does not exist',
    },
  ],
  // Between two attempts that fail it is no better than after one.
  [
    'tried-again',
    { state: 'failing', summary: 'cannot be issued, 3 attempts' },
  ],
  ['behind', { state: 'progressing' }],
  [
    'never-reconciled',
    { state: 'unknown', summary: 'cert-manager has not taken it up' },
  ],
  [
    'pending',
    {
      type: 'engine-object',
      state: 'progressing',
      details: { issuer: 'Issuer/ca' },
    },
  ],
  ['denied', { state: 'failing', summary: 'was refused: not by policy' }],
  ['letsencrypt', { state: 'healthy', details: { type: 'acme' } }],
  ['ca', { state: 'failing', summary: 'cannot issue: secret not found' }],
])('reads %s', (name, expected) => {
  expect(records.get(name)).toEqual([expect.objectContaining(expected)]);
});

it('keeps neither requests nor accounts', () => {
  expect(JSON.stringify([...records])).not.toMatch(
    /c2VjcmV0|acme\.example|sre@example/,
  );
});
