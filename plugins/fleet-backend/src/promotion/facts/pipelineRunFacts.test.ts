import type { PipelineRunRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  cluster,
  deployment,
  kustomization,
} from '../../store/__fixtures__/records';
import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';
import { FleetFixture } from '../../store/__testUtils__/FleetFixture';
import { stageCluster } from '../__fixtures__/gateFacts';
import { pipelineRunFacts } from './pipelineRunFacts';

function run(given: Partial<PipelineRunRecord> = {}): PipelineRunRecord {
  return {
    type: 'pipeline-run',
    engine: 'tekton',
    apiVersion: 'tekton.dev/v1',
    kind: 'PipelineRun',
    namespace: 'travel',
    name: 'smoke-1',
    state: 'healthy',
    summary: 'succeeded',
    pipeline: 'smoke',
    outcome: 'passed',
    startedAt: '2026-11-20T11:00:00Z',
    ...given,
  };
}

describe.each(databaseNames)('pipelineRunFacts in %s', name => {
  const databases = useDatabases();

  it('tells the runs of the namespaces of a stage, and what keeps it from that', async () => {
    const fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([cluster('a'), cluster('b')]);
    await fleet.poll('a', [
      kustomization(),
      deployment({ namespace: 'travel' }),
      run(),
      run({ namespace: 'other', name: 'of-others' }),
      run({ name: 'inline', pipeline: undefined }),
    ]);
    const { items } = await fleet.store.listApplications({
      access: { clusters: true, applications: true, claims: true },
    });
    const on = (where: string, more = {}) => ({
      name: 'staging',
      environment: 'staging',
      clusters: [stageCluster(where, { applicationId: items[0].id, ...more })],
      artifacts: [],
    });

    expect(await pipelineRunFacts(fleet.store, on('a'))).toEqual({
      known: [
        {
          pipeline: 'smoke',
          cluster: 'a',
          state: 'passed',
          at: '2026-11-20T11:00:00Z',
        },
      ],
    });
    expect(await pipelineRunFacts(fleet.store, on('b'))).toEqual({
      unknown: expect.stringContaining('no cluster of staging has Tekton'),
    });
    expect(
      await pipelineRunFacts(
        fleet.store,
        on('a', { freshness: { stale: true, reason: 'it does not answer' } }),
      ),
    ).toEqual({ unknown: 'a: it does not answer' });
    expect(await pipelineRunFacts(fleet.store, undefined)).toEqual({
      known: [],
    });
  });
});
