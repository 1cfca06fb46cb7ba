import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import { breach, exception, policy, report } from './__fixtures__/policies';
import {
  cluster,
  deployment,
  gitRepository,
  kustomization,
} from './__fixtures__/records';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import type { Access } from './FleetQueryStore';

const engines = ['kubernetes', 'flux', 'kyverno'];

describe.each(databaseNames)('what policies say of others in %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;

  beforeEach(async () => {
    fleet = await FleetFixture.create(await databases.create(name), {
      baselines: [
        {
          policies: ['nowhere'],
          controls: ['privileged-containers'],
          mode: 'enforce',
        },
      ],
    });
    await fleet.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'component:default/web',
          kubernetesId: 'web',
          ownerRefs: ['group:default/core'],
        },
      ]),
    );
    await fleet.syncClusters([
      cluster('prod-1', { labels: { environment: 'production' } }),
      cluster('stg-1', { labels: { environment: 'staging' } }),
    ]);
    await fleet.poll(
      'prod-1',
      [
        gitRepository(),
        kustomization({ proofs: { 'backstage.io/kubernetes-id': 'web' } }),
        deployment(),
        policy(),
        exception({
          ownerKey: 'Kustomization/flux-system/web',
          expiresAt: '2026-11-25T12:00:00Z',
          reason: 'until 2.0',
        }),
        exception({
          name: 'old',
          namespace: 'other',
          expiresAt: '2026-11-18T12:00:00Z',
        }),
        exception({ name: 'forgotten', namespace: 'other' }),
        exception({
          name: 'for-ever',
          namespace: undefined,
          kind: 'CleanupException',
        }),
        // A constraint of the name that reports give another one.
        exception({
          engine: 'gatekeeper',
          kind: 'K8sPrivileged',
          name: 'for-ever',
          namespace: undefined,
          unreported: true,
        }),
        report(
          [
            breach({ verdict: 'skip', exceptions: ['web/legacy'] }),
            breach({ rule: 'second' }),
            breach({
              rule: 'third',
              verdict: 'skip',
              exceptions: ['for-ever'],
              subject: { kind: 'Pod', namespace: 'other', name: 'other' },
            }),
          ],
          { stated: { fail: 7 } },
        ),
        report([breach({ subject: { kind: 'Pod', name: 'one' } })], {
          name: 'capped',
          staleAt: '2026-11-22T15:00:00.000Z',
          cappedOf: 40,
        }),
      ],
      { engines },
    );
  });

  it('lists exceptions, and what needs somebody first', async () => {
    const list = (filter?: Record<string, string[]>, access = everything) =>
      fleet.store.listPolicyExceptions({ access, filter: filter && [filter] });
    const { items, facets, totalItems } = await list();
    expect(totalItems).toBe(5);
    expect(items.map(item => [item.name, item.state, item.summary])).toEqual([
      ['old', 'expired', 'expired 2 days ago'],
      ['legacy', 'expiring', 'expires in 5 days; until then lets through 1'],
      ['forgotten', 'unused', 'lets through nothing now'],
      [
        'for-ever',
        'endless',
        'lets through what no report tells, and never expires',
      ],
      ['for-ever', 'endless', 'lets through 1, and never expires'],
    ]);
    expect(items[1]).toMatchObject({
      policies: [{ name: 'disallow-privileged', rules: ['privileged'] }],
      reason: 'until 2.0',
      letsThrough: 1,
      ownerRefs: ['group:default/core'],
      applicationId: expect.any(String),
      file: {
        title: './apps/web',
        url: 'https://github.com/acme/fleet',
      },
    });
    expect(facets.state).toHaveLength(4);
    expect((await list({ owner: ['group:default/core'] })).totalItems).toBe(1);
    expect((await list({ state: ['unused', 'expired'] })).totalItems).toBe(2);
    await expect(list({ colour: ['red'] })).rejects.toThrow(
      'There is no filter "colour"',
    );

    // As what runs in their namespace is seen; of no namespace as the cluster.
    const owned: Access = {
      clusters: true,
      claims: true,
      applications: { field: 'owner', values: ['group:default/core'] },
    };
    expect((await list(undefined, owned)).items.map(item => item.name)).toEqual(
      ['legacy', 'for-ever', 'for-ever'],
    );
    expect(
      (
        await list(undefined, {
          clusters: false,
          applications: true,
          claims: true,
        })
      ).totalItems,
    ).toBe(0);
  });

  it('gives what a constraint leaves alone of a namespace to none of those who deliver the constraint', async () => {
    await fleet.poll(
      'stg-1',
      [
        gitRepository(),
        kustomization({ proofs: { 'backstage.io/kubernetes-id': 'web' } }),
        exception({
          engine: 'gatekeeper',
          kind: 'K8sPrivileged',
          name: 'no-root',
          namespace: 'discovery',
          ownerKey: 'Kustomization/flux-system/web',
          owner: 'team-discovery',
          unreported: true,
        }),
      ],
      { engines },
    );
    const { items } = await fleet.store.listPolicyExceptions({
      access: everything,
      filter: [{ cluster: ['stg-1'] }],
    });
    expect(items).toMatchObject([
      {
        owner: 'team-discovery',
        ownerRefs: [],
        file: { title: './apps/web' },
      },
    ]);
  });

  it('says what an entity breaks, and what to fix first', async () => {
    expect(
      await fleet.store.getEntityPolicy({
        access: everything,
        entityRefs: ['component:default/web'],
      }),
    ).toMatchObject({
      open: { high: 1, critical: 0 },
      resources: 1,
      worst: [{ rule: 'second', resource: { name: 'web' } }],
      exceptions: [{ name: 'legacy' }],
    });
  });

  it('says how policies stand on a cluster, and what cannot be known', async () => {
    expect(
      (await fleet.store.getClusterDetail('prod-1', everything))?.policy,
    ).toEqual({
      open: { critical: 0, high: 2, medium: 0, low: 0, info: 0 },
      policies: { enforce: 1 },
      deviations: 1,
      notes: [
        'policyreports.wgpolicyk8s.io web/capped: its engine lists 1 of 40 that break it, so what is not listed counts as it was',
        'policyreports.wgpolicyk8s.io web/web: its summary says 7 fail; it lists 8 pass, 3 fail, 0 warn, 0 error, 0 skip',
      ],
    });
    // A report in a namespace counts what others own.
    const nothing: Access = {
      clusters: true,
      applications: false,
      claims: true,
    };
    expect(
      (await fleet.store.getClusterDetail('prod-1', nothing))?.policy?.notes,
    ).toEqual([]);
    fleet.now = new Date('2026-11-22T16:00:00Z');
    const later = await fleet.store.getClusterDetail('prod-1', everything);
    expect(later?.policy?.notes?.[0]).toBe(
      'policyreports.wgpolicyk8s.io: 1 not looked at again for too long, so what breaks policies may be something else by now',
    );
  });

  it('keeps what is open at the end of each day', async () => {
    const day = (date: string) => {
      fleet.now = new Date(`2026-11-${date}T12:00:00Z`);
      return fleet.store.sweepPolicies();
    };
    const trend = async (filter?: Record<string, string[]>) => {
      const { points } = await fleet.store.getPolicyTrend({
        access: everything,
        days: 30,
        filter: filter && [filter],
      });
      return points.map(point => [point.day, point.open.high, point.resources]);
    };
    await day('20');
    expect(await trend()).toEqual([['2026-11-20', 2, 2]]);
    await day('21');
    await day('22');
    await fleet.poll('prod-1', [report([breach({ rule: 'second' })])], {
      engines,
    });
    await day('24');
    expect(await trend()).toEqual([
      ['2026-11-20', 2, 2],
      ['2026-11-21', 2, 2],
      ['2026-11-22', 1, 1],
      ['2026-11-24', 1, 1],
    ]);
    // What stays as it is has one row, however many days it stays.
    expect(
      await fleet.database('policy_days').select('until_day'),
    ).toHaveLength(2);
    expect(await trend({ entity: ['component:default/web'] })).toEqual([
      ['2026-11-20', 1, 1],
      ['2026-11-21', 1, 1],
      ['2026-11-22', 1, 1],
      ['2026-11-24', 1, 1],
    ]);
    const { points } = await fleet.store.getPolicyTrend({
      access: {
        clusters: { field: 'environment', values: ['staging'] },
        applications: true,
        claims: true,
      },
      days: 30,
    });
    expect(points.every(point => point.resources === 0)).toBe(true);
  });
});
