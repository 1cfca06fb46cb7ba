import path from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

const records = projectFixture(
  path.join(__dirname, '__fixtures__/canaries.yaml'),
);

describe('canaries of Flagger', () => {
  it.each([
    [
      'tried',
      {
        type: 'canary',
        engine: 'flagger',
        ownerKey: 'Kustomization/flux-system/bookings',
        state: 'progressing',
        summary:
          'its new version gets 20 % of the traffic, 50 % before it is promoted',
        reason: 'Progressing',
        since: '2026-01-05T08:00:00Z',
        phase: 'Progressing',
        progress: 'under-way',
        target: 'Deployment/bookings',
        weight: 20,
        maxWeight: 50,
        step: 2,
        steps: 5,
        failedChecks: 2,
        threshold: 5,
        metrics: [
          {
            name: 'request-success-rate',
            threshold: 'at least 99 %',
            interval: '1m',
          },
          {
            name: 'request-duration',
            threshold: 'at most 500 ms',
            interval: '30s',
          },
          { name: 'seats-left', threshold: 'at least 1, at most 9' },
        ],
      },
    ],
    [
      'given-up',
      {
        state: 'degraded',
        summary: 'its new version was given up, the one before runs',
        progress: 'failed',
        failedChecks: undefined,
        threshold: 2,
        maxWeight: 60,
      },
    ],
    ['put-back', { state: 'healthy', progress: 'succeeded', maxWeight: 100 }],
    [
      'by-steps',
      {
        target: 'DaemonSet/agent',
        step: 2,
        steps: 3,
        weight: 20,
        threshold: 1,
      },
    ],
    [
      'by-turns',
      {
        summary: 'its new version is tried, turn 3 of 10',
        step: 3,
        steps: 10,
        iterations: 3,
      },
    ],
    [
      'waits',
      {
        state: 'progressing',
        progress: 'under-way',
        summary: 'waits for approval to promote a new version',
      },
    ],
    ['done', { state: 'healthy', progress: 'succeeded', failedChecks: 1 }],
    ['halted', { state: 'suspended' }],
    [
      'halted-after-failing',
      {
        state: 'degraded',
        summary: 'its new version was given up, the one before runs; suspended',
        progress: 'failed',
      },
    ],
    ['deleting', { state: 'progressing', summary: 'is being deleted' }],
    [
      'never-reconciled',
      {
        state: 'unknown',
        progress: undefined,
        summary: 'Flagger has not taken it up',
      },
    ],
  ])('%s', (name, expected) => {
    expect(records.get(name)).toMatchObject([expected]);
  });
});

it('keeps no address of what canaries refer to', () => {
  expect(records.get('seats')).toMatchObject([
    { type: 'engine-object', details: { asks: 'prometheus' } },
  ]);
  expect(records.get('chat')).toMatchObject([
    { details: { type: 'slack', channel: 'releases' } },
  ]);
  expect(JSON.stringify([...records])).not.toContain('secret');
});
