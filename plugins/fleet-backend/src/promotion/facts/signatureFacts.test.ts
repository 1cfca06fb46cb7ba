import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  breach,
  exception,
  policy,
  report,
} from '../../store/__fixtures__/policies';
import {
  cluster,
  deployment,
  gitRepository,
  kustomization,
} from '../../store/__fixtures__/records';
import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';
import { FleetFixture } from '../../store/__testUtils__/FleetFixture';
import { stageCluster } from '../__fixtures__/gateFacts';
import { signatureFacts } from './signatureFacts';

const signed = (given: Partial<PolicyRecord> = {}) =>
  policy({
    kind: 'ImageValidatingPolicy',
    name: 'signed',
    policyType: 'verify-images',
    bindings: [{ mode: 'enforce', word: 'Deny' }],
    verifiedImages: [{ covers: ['registry.example.org/*'], leaves: [] }],
    ...given,
  });
const registry = 'oci://registry.example.org/web';
const oci = (revision: string, verified?: boolean, url = registry) =>
  gitRepository({
    kind: 'OCIRepository',
    namespace: 'web',
    name: 'web',
    revision,
    verified,
    url,
  });
/** A Kustomization that brings OCIRepository `web` and HelmRelease `shop`. */
const bringing = kustomization({
  resources: [
    {
      group: 'source.toolkit.fluxcd.io',
      kind: 'OCIRepository',
      namespace: 'web',
      name: 'web',
    },
    {
      group: 'helm.toolkit.fluxcd.io',
      kind: 'HelmRelease',
      namespace: 'web',
      name: 'shop',
    },
  ],
});
/** HelmRelease `shop`, the chart that Flux makes for it in the namespace of its repository, and that. */
const released = (verified: boolean | undefined, url = registry) => [
  kustomization({
    kind: 'HelmRelease',
    namespace: 'web',
    name: 'shop',
    sourceRef: 'HelmRepository/charts/own',
  }),
  gitRepository({
    kind: 'HelmChart',
    namespace: 'charts',
    name: 'web-shop',
    url: undefined,
    ref: 'shop 1.*',
    revision: '1.5.0',
    verified,
  }),
  gitRepository({
    kind: 'HelmRepository',
    namespace: 'charts',
    name: 'own',
    url,
  }),
];
const comes = (kind: Move['kind'], name: string, to = '1.5.0') => ({
  kind,
  name,
  to,
  summary: '',
});
const ours = comes('image', 'registry.example.org/web');
const others = comes('image', 'nginx');
const artifact = comes('oci-ref', 'web');
const chart = comes('chart', 'shop');

describe.each(databaseNames)('signatureFacts in %s', name => {
  const databases = useDatabases();
  const startWith = async (
    before: Parameters<FleetFixture['poll']>[1],
    target: Parameters<FleetFixture['poll']>[1],
  ) => {
    const fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([cluster('a'), cluster('b')]);
    await fleet.poll('a', [bringing, deployment(), ...before]);
    await fleet.poll('b', [bringing, ...target]);
    const { items } = await fleet.store.listApplications({
      access: { clusters: true, applications: true, claims: true },
    });
    const stageOn = (at: string, stage: string) => {
      const { id } = items.find(
        item => item.cluster === at && item.kind === 'Kustomization',
      )!;
      return {
        name: stage,
        environment: stage,
        clusters: [stageCluster(at, { applicationId: id })],
        artifacts: [],
      };
    };
    return (...moves: Move[]) =>
      signatureFacts(
        fleet.store,
        { source: stageOn('a', 'staging'), target: stageOn('b', 'production') },
        moves,
      );
  };
  const start = (...records: Parameters<FleetFixture['poll']>[1]) =>
    startWith(records, [oci('1.4.2@sha256:11')]);
  const good = { known: true };
  const bare = { unknown: expect.stringContaining('enforced on a verifies') };

  it('takes an image for verified where the patterns of what is enforced cover it', async () => {
    const facts = await start(signed());
    expect(await facts(ours, others)).toEqual({
      [ours.name]: good,
      nginx: bare,
    });
    expect(await facts()).toEqual({});
  });

  it.each([
    ['is of a namespace', signed({ namespace: 'web' })],
    ['is not applied', signed({ state: 'failing' })],
    ['does not tell what it covers', signed({ verifiedImages: undefined })],
  ])('takes nothing from a policy that %s', async (_what, found) => {
    const facts = await start(found);
    expect(await facts(ours)).toEqual({ [ours.name]: bare });
  });

  it('takes it from what is enforced of a policy that audits, too', async () => {
    const facts = await start(
      signed({
        bindings: [
          { mode: 'audit', word: 'Audit' },
          { mode: 'enforce', word: 'Enforce', where: 'rule signed' },
        ],
      }),
    );
    expect(await facts(ours)).toEqual({ [ours.name]: good });
  });

  it('takes nothing from a policy that has an exception', async () => {
    const facts = await start(
      signed(),
      exception({ policies: [{ name: 'signed', rules: [] }] }),
    );
    expect(await facts(ours)).toEqual({ [ours.name]: bare });
  });

  it('knows what breaks the policy that covers it', async () => {
    const facts = await start(
      signed(),
      report([
        breach({ policy: 'signed', policyKind: 'ImageValidatingPolicy' }),
      ]),
    );
    expect(await facts(ours)).toEqual({ [ours.name]: { known: false } });
  });

  it.each([
    [oci('1.5.0@sha256:12', true), good],
    [oci('1.5.0@sha256:12', false), { known: false }],
    [oci('1.5.0@sha256:12'), { unknown: expect.stringContaining('on a') }],
    // What it has verified is another one.
    [
      oci('1.4.2@sha256:11', true),
      { unknown: expect.stringContaining('spec.verify') },
    ],
  ])('goes by what Flux has verified %#', async (found, says) => {
    const facts = await start(found);
    expect(await facts(artifact)).toEqual({ 'oci-ref web': says });
  });

  it.each([true, false])(
    'hears nothing of a source that the application does not bring, verified %s',
    async verified => {
      const facts = await start(
        oci('1.4.2@sha256:11', true),
        gitRepository({
          kind: 'OCIRepository',
          name: 'web',
          revision: '1.5.0@sha256:66',
          ownerKey: bringing.ownerKey,
          verified,
        }),
      );
      expect(await facts(artifact)).toEqual({
        'oci-ref web': { unknown: expect.stringContaining('on a') },
      });
    },
  );

  it.each([
    ['true', [...released(true)], good],
    ['false', [...released(false)], { known: false }],
    // In the namespace of the application, of another repository.
    [
      'another chart of that name alone',
      [
        ...released(undefined),
        gitRepository({
          kind: 'HelmChart',
          namespace: 'web',
          name: 'other',
          ref: 'shop *',
          revision: '1.5.0',
          verified: true,
        }),
      ],
      { unknown: expect.stringContaining('on a') },
    ],
  ])(
    'knows the chart of a release: verified %s',
    async (_what, found, says) => {
      const facts = await startWith(found, released(undefined));
      expect(await facts(chart)).toEqual({ 'chart shop': says });
    },
  );

  it.each([
    [
      'from elsewhere',
      [oci('1.4.2@sha256:11', true, 'oci://other.example.org/web')],
      released(true, 'https://other.example.org'),
      'b fetches it from',
    ],
    ['from nobody knows where', [], [], 'where b fetches it is not known'],
  ])(
    'takes nothing for verified that comes %s',
    async (_what, target, chartThere, says) => {
      const facts = await startWith(
        [oci('1.5.0@sha256:12', true), ...released(true)],
        [...target, ...chartThere],
      );
      expect(await facts(artifact, chart)).toEqual({
        'oci-ref web': { unknown: expect.stringContaining(says) },
        'chart shop': { unknown: expect.stringContaining(says) },
      });
    },
  );
});
