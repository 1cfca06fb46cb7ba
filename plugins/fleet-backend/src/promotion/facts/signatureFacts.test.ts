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
const oci = (revision: string, verified?: boolean) =>
  gitRepository({ kind: 'OCIRepository', name: 'web', revision, verified });
const comes = (kind: Move['kind'], name: string, to = '1.5.0') => ({
  kind,
  name,
  to,
  summary: '',
});
const ours = comes('image', 'registry.example.org/web');
const others = comes('image', 'nginx');
const artifact = comes('oci-ref', 'web');

describe.each(databaseNames)('signatureFacts in %s', name => {
  const databases = useDatabases();
  const start = async (...records: Parameters<FleetFixture['poll']>[1]) => {
    const fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([cluster('a')]);
    await fleet.poll('a', [kustomization(), deployment(), ...records]);
    const { items } = await fleet.store.listApplications({
      access: { clusters: true, applications: true, claims: true },
    });
    const source = {
      name: 'staging',
      environment: 'staging',
      clusters: [stageCluster('a', { applicationId: items[0].id })],
      artifacts: [],
    };
    return (...moves: Move[]) => signatureFacts(fleet.store, source, moves);
  };
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
    ['audits', signed({ bindings: [{ mode: 'audit', word: 'Audit' }] })],
    ['is of a namespace', signed({ namespace: 'web' })],
    [
      'enforces in some namespaces alone',
      signed({
        bindings: [{ mode: 'enforce', word: 'Deny', where: 'namespace a' }],
      }),
    ],
    ['is not applied', signed({ state: 'failing' })],
    ['does not tell what it covers', signed({ verifiedImages: undefined })],
  ])('takes nothing from a policy that %s', async (_what, found) => {
    const facts = await start(found);
    expect(await facts(ours)).toEqual({ [ours.name]: bare });
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
    'hears nothing of a source of another tenant, verified %s',
    async verified => {
      const facts = await start(
        oci('1.4.2@sha256:11', true),
        gitRepository({
          kind: 'OCIRepository',
          namespace: 'other',
          name: 'web',
          revision: '1.5.0@sha256:66',
          verified,
        }),
      );
      expect(await facts(artifact)).toEqual({
        'oci-ref web': { unknown: expect.stringContaining('on a') },
      });
    },
  );
});
