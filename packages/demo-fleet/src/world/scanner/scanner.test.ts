import { populatedClusters } from '../__fixtures__/populatedClusters';
import { createWorld } from '../createWorld';
import { timestamp } from '../status/conditions';
import { scanWorkloads } from './scanWorkloads';

jest.useFakeTimers();

const world = createWorld({ spokes: 9, seed: 1 });
const clusters = populatedClusters(world);
const production = clusters.get('prod-us-east-1')!;

const reports = (plural: string) =>
  production.list('aquasecurity.github.io', plural);

const reportOf = (plural: string, workload: string) =>
  reports(plural).find(({ metadata }) =>
    metadata.labels!['trivy-operator.resource.name'].startsWith(workload),
  );

describe("the demo fleet's scanner", () => {
  afterAll(() => world.stop());

  it('runs on some clusters only', () => {
    const scanned = [...clusters.values()].filter(({ resources }) =>
      resources.all().some(({ group }) => group === 'aquasecurity.github.io'),
    );
    expect(scanned.map(({ name }) => name)).toEqual([
      'staging-us-east-1',
      'prod-us-east-1',
    ]);
  });

  it('finds holes in images, and what is set up badly', () => {
    expect(reportOf('vulnerabilityreports', 'indexer')).toMatchObject({
      metadata: {
        name: expect.stringMatching(/^replicaset-indexer-\w+-indexer$/),
        ownerReferences: [expect.objectContaining({ kind: 'ReplicaSet' })],
      },
      report: {
        summary: { criticalCount: 2, highCount: 1, lowCount: 1 },
        artifact: { repository: 'team-search/indexer' },
      },
    });
    expect(reportOf('configauditreports', 'checkout')).toMatchObject({
      report: {
        summary: { highCount: 0, mediumCount: 1, lowCount: 1 },
        checks: expect.arrayContaining([
          expect.objectContaining({
            checkID: 'KSV012',
            success: false,
            messages: [
              expect.stringMatching(
                /^Container 'checkout' of ReplicaSet 'checkout-\w+' should set/,
              ),
            ],
          }),
        ]),
      },
    });
  });

  it('scans what is new within minutes, and all else once a day', () => {
    const before = reportOf('configauditreports', 'payments-api')!;
    world.start(clusters, { speed: 1 });
    world.scenario('break-policy');
    jest.advanceTimersByTime(100_000);
    const after = reportOf('configauditreports', 'payments-api')!;
    expect(after.metadata.name).not.toBe(before.metadata.name);
    expect(after).toMatchObject({ report: { summary: { mediumCount: 1 } } });
    expect(
      reports('configauditreports').filter(({ metadata }) =>
        metadata.name.startsWith('replicaset-payments-api'),
      ),
    ).toHaveLength(1);

    const tomorrow = new Date(Date.now() + 25 * 3600_000);
    scanWorkloads(production, tomorrow);
    for (const { report } of reports('configauditreports')) {
      expect(report).toMatchObject({ updateTimestamp: timestamp(tomorrow) });
    }
  });
});
