import { entityDirectoryOf } from './entityDirectoryOf';
import { linkApplication } from './linkApplication';
import { linkRecord } from './linkRecord';
import type { OwnershipConfig } from './OwnershipConfig';

const config: OwnershipConfig = {
  labels: [{ key: 'part-of', kind: 'system', namespace: 'default' }],
  annotations: [
    { key: 'team.acme.org/app', kind: 'component', namespace: 'acme' },
  ],
  namespaces: [{ pattern: 'team-*-web', entityRef: 'group:default/pay' }],
  projects: [{ pattern: 'core', entityRef: 'system:default/core' }],
};

const directory = entityDirectoryOf([
  {
    entityRef: 'component:default/web',
    kubernetesId: 'web',
    ownerRefs: ['group:default/pay'],
  },
  { entityRef: 'component:acme/shop', ownerRefs: ['group:default/shop'] },
  { entityRef: 'system:default/core', ownerRefs: ['group:default/core'] },
  { entityRef: 'component:default/a', kubernetesId: 'both', ownerRefs: [] },
  { entityRef: 'component:default/b', kubernetesId: 'both', ownerRefs: [] },
]);

const link = (application: Partial<Parameters<typeof linkApplication>[0]>) =>
  linkApplication({ workloads: [], ...application }, directory, config);

const ofWorkload = {
  entityRefs: ['component:acme/shop'],
  ownerRefs: ['group:default/shop'],
};

describe('linkApplication', () => {
  it.each([
    [
      { 'fleetcommander.io/entity': 'component:default/web' },
      'component:default/web',
    ],
    [{ 'fleetcommander.io/entity': 'Web' }, 'component:default/web'],
    [{ 'backstage.io/kubernetes-id': 'web' }, 'component:default/web'],
    [{ 'team.acme.org/app': 'shop' }, 'component:acme/shop'],
    [{ 'part-of': 'core' }, 'system:default/core'],
    [
      { 'part-of': 'core', 'backstage.io/kubernetes-id': 'web' },
      'component:default/web',
    ],
  ])('is proven by %j', (proofs, entityRef) => {
    expect(link({ proofs, workloads: [ofWorkload] }).links).toMatchObject({
      entityRefs: [entityRef],
      ownerRefs: [expect.stringMatching(/^group:/)],
      basis: 'proof',
    });
  });

  it('belongs to the group that it names, and to no entity', () => {
    expect(
      link({ proofs: { 'fleetcommander.io/entity': 'group:default/pay' } })
        .links,
    ).toEqual({
      entityRefs: [],
      ownerRefs: ['group:default/pay'],
      basis: 'proof',
      proof: 'fleetcommander.io/entity',
    });
  });

  it.each([
    [
      { 'fleetcommander.io/entity': 'component:default/gone' },
      /not in the catalog/,
    ],
    [{ 'fleetcommander.io/entity': ':::' }, /not an entity ref/],
    [{ 'backstage.io/kubernetes-id': 'gone' }, /No entity has/],
    [
      { 'backstage.io/kubernetes-id': 'both' },
      /Several entities claim .*component:default\/a, component:default\/b/,
    ],
  ])('is not proven by %j, nor then by its workloads', (proofs, reason) => {
    expect(link({ proofs, workloads: [ofWorkload] })).toEqual({
      reason: expect.stringMatching(reason),
    });
  });

  it('has the links of its workloads where it says nothing itself', () => {
    expect(
      link({
        workloads: [
          ofWorkload,
          ofWorkload,
          {
            entityRefs: ['component:default/web'],
            ownerRefs: ['group:default/pay'],
          },
        ],
      }).links,
    ).toMatchObject({
      entityRefs: ['component:acme/shop', 'component:default/web'],
      ownerRefs: ['group:default/pay', 'group:default/shop'],
      basis: 'workloads',
    });
  });

  it('is mapped by project, else by where it deploys to', () => {
    expect(link({ project: 'core', namespace: 'team-a-web' }).links).toEqual({
      entityRefs: ['system:default/core'],
      ownerRefs: ['group:default/core'],
      basis: 'mapping',
      proof: 'fleet.ownership.projects.core',
    });
    expect(
      link({ project: 'other', targetNamespace: 'team-a-web' }).links,
    ).toMatchObject({ entityRefs: [], ownerRefs: ['group:default/pay'] });
    expect(
      link({ namespace: 'team-a-web', targetNamespace: 'elsewhere' }),
    ).toEqual({});
  });
});

describe('linkRecord', () => {
  const web = { type: 'workload', name: 'web' } as const;

  it('goes by its own proof, else by its namespace', () => {
    const proofs = { 'backstage.io/kubernetes-id': 'web' };
    expect(
      linkRecord(
        { ...web, proofs, namespace: 'team-a-web' },
        directory,
        config,
      ),
    ).toMatchObject({ basis: 'proof' });
    expect(
      linkRecord({ ...web, namespace: 'team-a-web' }, directory, config),
    ).toMatchObject({ basis: 'mapping' });
    expect(
      linkRecord({ ...web, namespace: 'elsewhere' }, directory, config),
    ).toBeUndefined();
  });
});
