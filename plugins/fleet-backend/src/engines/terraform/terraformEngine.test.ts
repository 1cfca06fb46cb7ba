import { join } from 'node:path';
import { MASK } from '../../secrets/SecretValue';
import { projectFixture } from '../__fixtures__/projectFixture';

describe('terraformEngine', () => {
  const objects = projectFixture(
    join(__dirname, '__fixtures__/terraforms.yaml'),
  );

  it('says how each is, and what waits for people', () => {
    expect(
      [...objects].map(
        ([name, [{ state, summary }]]) => `${name}: ${state}, ${summary}`,
      ),
    ).toEqual([
      'applied: healthy, applied',
      'planned: progressing, waits for people: spec.approvePlan has to be plan-main-b8e362c206',
      'approved: progressing, is being applied: Applying',
      'drifted: degraded, what is in the cloud is not what Git says: 1 to change',
      'refused: failing, cannot be applied: error running Apply: no credentials',
      'halted: suspended, suspended',
      'new: unknown, has no status yet',
    ]);
    expect(objects.get('drifted')![0].since).toBe('2026-11-20T11:00:00Z');
  });

  it('shows what was asked for without its secrets and where its state lies', () => {
    expect(objects.get('applied')![0]).toMatchObject({
      type: 'claim-node',
      claimType: 'terraform',
      root: true,
      children: [],
      readyAt: '2026-11-20T10:00:00Z',
      spec: {
        path: './bucket',
        vars: [
          { name: 'db_password', value: MASK },
          { name: 'region', value: 'eu' },
        ],
      },
    });
    expect(JSON.stringify(objects.get('applied'))).not.toContain('hunter2');
  });
});
