import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import {
  certificate,
  externalSecret,
  secretStore,
} from './__fixtures__/platform';
import { cluster, kustomization } from './__fixtures__/records';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import type { ListQuery } from './FleetQueryStore';

const web = {
  entityRef: 'component:default/web',
  kubernetesId: 'web',
  ownerRefs: ['group:default/pay'],
};

describe.each(databaseNames)('secrets and certificates in %s', name => {
  const databases = useDatabases();

  async function createFleet() {
    const fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([
      cluster('a', {
        labels: { environment: 'production', region: 'eu-west-1' },
      }),
      cluster('b', { labels: { environment: 'staging' } }),
    ]);
    const { platform } = fleet.store;
    return {
      fleet,
      secrets: (query: Partial<ListQuery> = {}) =>
        platform.listSecretSyncs({ access: everything, ...query }),
      certificates: (query: Partial<ListQuery> = {}) =>
        platform.listCertificates({ access: everything, ...query }),
    };
  }

  const names = ({ items }: { items: { name: string }[] }) =>
    items.map(item => item.name);

  it('tells what a secret is, where it comes from, and whether it is late', async () => {
    const { fleet, secrets } = await createFleet();
    await fleet.poll('a', [
      secretStore(),
      externalSecret(),
      externalSecret({ name: 'late', syncedAt: '2026-11-20T10:00:00Z' }),
      externalSecret({
        name: 'once',
        refreshSeconds: undefined,
        syncedAt: '2026-01-01T00:00:00Z',
      }),
      externalSecret({
        name: 'refused',
        state: 'failing',
        summary: 'cannot be brought from its store',
        store: 'SecretStore/unread',
      }),
    ]);
    expect(await secrets()).toMatchObject({
      totalItems: 4,
      items: [
        { name: 'refused', state: 'failing', provider: undefined, late: false },
        {
          name: 'late',
          state: 'degraded',
          summary: 'was not brought again in time',
          since: '2026-11-20T11:06:00.000Z',
          late: true,
        },
        { state: 'healthy', late: false },
        { state: 'healthy', late: false },
      ],
      facets: {
        state: [
          { value: 'healthy', count: 2 },
          { value: 'degraded', count: 1 },
          { value: 'failing', count: 1 },
        ],
        engine: [{ value: 'external-secrets', count: 4 }],
        environment: [{ value: 'production', count: 4 }],
        region: [{ value: 'eu-west-1', count: 4 }],
      },
    });
    expect(await secrets({ text: 'DATAB' })).toMatchObject({
      items: [
        {
          cluster: 'a',
          environment: 'production',
          namespace: 'web',
          name: 'database',
          reason: 'SecretSynced',
          store: 'ClusterSecretStore/vault',
          provider: 'vault',
          target: 'database',
          direction: 'pull',
          syncedAt: '2026-11-20T11:30:00Z',
          refreshSeconds: 3600,
          freshness: { stale: false },
        },
      ],
    });
    expect(names(await secrets({ filter: [{ late: ['true'] }] }))).toEqual([
      'late',
    ]);
    expect(names(await secrets({ filter: [{ state: ['degraded'] }] }))).toEqual(
      ['late'],
    );
    await expect(secrets({ filter: [{ late: ['maybe'] }] })).rejects.toThrow(
      'Filter late is true or false, not',
    );

    await fleet.poll('a', [
      externalSecret({ name: 'late', syncedAt: '2026-11-20T11:59:00Z' }),
    ]);
    expect(await secrets({ text: 'late' })).toMatchObject({
      items: [{ state: 'healthy', late: false }],
    });
  });

  it('makes nothing late of which nothing was heard', async () => {
    const { fleet, secrets, certificates } = await createFleet();
    await fleet.poll('a', [externalSecret(), certificate()]);
    fleet.now = new Date('2027-06-01T12:00:00Z');
    expect(await secrets()).toMatchObject({
      items: [{ state: 'healthy', late: false, freshness: { stale: true } }],
    });
    expect(await certificates()).toMatchObject({
      items: [{ state: 'healthy', freshness: { stale: true } }],
    });
  });

  it('puts first what failed, expired or ends soon, and lists what ends within days', async () => {
    const { fleet, certificates } = await createFleet();
    await fleet.poll('a', [
      certificate(),
      certificate({ name: 'sooner', notAfter: '2026-12-24T12:00:00Z' }),
      certificate({
        name: 'short-lived',
        notAfter: '2026-11-22T12:00:00Z',
        renewalAt: '2026-11-21T12:00:00Z',
      }),
      certificate({
        name: 'missed',
        notAfter: '2026-12-01T12:00:00Z',
        renewalAt: '2026-11-01T12:00:00Z',
      }),
      certificate({
        name: 'expired',
        notAfter: '2026-11-19T12:00:00Z',
        renewalAt: '2026-11-01T12:00:00Z',
        state: 'failing',
        summary: 'cannot be issued, 3 attempts',
        message: 'DNS problem',
      }),
      certificate({
        name: 'never-issued',
        state: 'failing',
        notAfter: undefined,
        renewalAt: undefined,
      }),
    ]);
    const { items } = await certificates();
    expect(items.map(item => [item.name, item.state, item.summary])).toEqual([
      ['expired', 'failing', 'has expired'],
      ['never-issued', 'failing', 'is good'],
      ['missed', 'degraded', 'ends soon, and should have been renewed'],
      ['short-lived', 'healthy', 'is good'],
      ['sooner', 'healthy', 'is good'],
      ['web', 'healthy', 'is good'],
    ]);
    expect(items[0]).toMatchObject({
      message: 'DNS problem',
      since: '2026-11-19T12:00:00Z',
      names: ['web.example.org'],
      issuer: 'ClusterIssuer/letsencrypt',
      target: 'web-tls',
      revision: 1,
    });
    const within = async (days: string) =>
      names(await certificates({ filter: [{ expires: [days] }] }));
    expect(await within('0')).toEqual(['expired']);
    expect(await within('14')).toEqual(['expired', 'missed', 'short-lived']);
    await expect(within('soon')).rejects.toThrow(
      'Filter expires is a number of days such as 14, not "soon"',
    );

    const first = await certificates({ limit: 4 });
    const { nextCursor: cursor } = first.pageInfo;
    const second = await certificates({ limit: 4, cursor });
    expect([...names(first), ...names(second)]).toEqual(names({ items }));
    expect(second.pageInfo.nextCursor).toBeUndefined();
  });

  it('belongs by its own proof, else to what its application belongs to', async () => {
    const { fleet, secrets } = await createFleet();
    await fleet.store.setDirectory(
      entityDirectoryOf([
        web,
        {
          entityRef: 'component:default/other',
          kubernetesId: 'other',
          ownerRefs: ['group:default/find'],
        },
      ]),
    );
    const proofOf = (id: string) => ({
      proofs: { 'backstage.io/kubernetes-id': id },
    });
    const { ownerKey } = kustomization();
    await fleet.poll('a', [
      kustomization(proofOf('web')),
      externalSecret({ name: 'inherits', ownerKey }),
      externalSecret({ name: 'proves', ownerKey, ...proofOf('other') }),
      externalSecret({ name: 'nobody' }),
      externalSecret({ name: 'mapped', namespace: 'team-pay-web' }),
    ]);
    const ofEntity = async (entity: string) =>
      names(await secrets({ filter: [{ entity: [entity] }] }));
    expect(await ofEntity('component:default/web')).toEqual(['inherits']);
    expect(await ofEntity('Component:default/Other')).toEqual(['proves']);
    const { items, facets } = await secrets({
      filter: [{ owner: ['group:default/pay'] }],
    });
    expect(items).toMatchObject([
      { name: 'inherits', entityRefs: ['component:default/web'] },
      { name: 'mapped', entityRefs: [], ownerRefs: ['group:default/pay'] },
    ]);
    expect(facets.owner).toEqual([
      { value: 'group:default/pay', count: 2 },
      { value: 'group:default/find', count: 1 },
    ]);
  });

  it('shows and counts nothing that the caller may not see', async () => {
    const { fleet, secrets, certificates } = await createFleet();
    await fleet.store.setDirectory(entityDirectoryOf([web]));
    await fleet.poll('a', [
      kustomization({ proofs: { 'backstage.io/kubernetes-id': 'web' } }),
      externalSecret(),
      externalSecret({ name: 'owned', ownerKey: kustomization().ownerKey }),
      externalSecret({ name: 'elsewhere', namespace: 'billing' }),
      externalSecret({
        kind: 'ClusterExternalSecret',
        name: 'wide',
        namespace: undefined,
      }),
      certificate(),
    ]);
    await fleet.poll('b', [externalSecret({ name: 'staged' })]);
    const seenBy = async (access: Partial<ListQuery['access']>) => {
      const list = await secrets({ access: { ...everything, ...access } });
      expect(list.totalItems).toBe(list.items.length);
      const counted = list.facets.cluster.map(({ count }) => count);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(
        list.totalItems,
      );
      return names(list).sort();
    };
    expect(
      await seenBy({ clusters: { field: 'cluster', values: ['b'] } }),
    ).toEqual(['staged']);
    expect(
      await seenBy({
        applications: { field: 'namespace', values: ['billing'] },
      }),
    ).toEqual(['elsewhere', 'wide']);
    expect(
      await seenBy({
        applications: { field: 'owner', values: ['group:default/pay'] },
      }),
    ).toEqual(['owned', 'wide']);
    expect(
      await seenBy({
        applications: { field: 'environment', values: ['staging'] },
      }),
    ).toEqual(['staged', 'wide']);
    expect(await seenBy({ applications: false })).toEqual(['wide']);
    expect(
      await certificates({ access: { ...everything, applications: false } }),
    ).toMatchObject({ items: [], totalItems: 0, facets: { owner: [] } });
  });
});
