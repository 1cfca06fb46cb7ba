import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import { parseAllDocuments } from 'yaml';
import { builtInEngines } from '../../engines/builtInEngines';
import type { CollectionState } from '../../store/FleetPollStore';
import { diagnose } from './diagnose';

const cluster: Cluster = {
  name: 'one',
  entityRef: 'resource:default/one',
  hub: false,
  source: 'fleet.clusters.static[0]',
  labels: {},
  state: 'healthy',
  summary: 'Everything is well',
  reachability: { outcome: 'ok' },
  engines: [],
  applications: {},
  workloads: {},
  namespaces: 0,
  freshness: { observedAt: '2026-11-20T12:00:00.000Z', stale: false },
  links: [],
};

const definition = {
  name: 'one',
  url: 'https://one.example.org:6443',
  labels: {},
  source: 'fleet.clusters.static[0]',
  signIn: { provider: 'serviceAccount' },
};

function collection(
  engine: string,
  group: string,
  kind: string,
  given: Partial<CollectionState & { records: number }>,
) {
  return {
    engine,
    group,
    version: 'v1',
    kind,
    plural: `${kind.toLowerCase()}s`,
    projection: '1',
    outcome: 'ok' as const,
    since: new Date('2026-11-20T12:00:00Z'),
    held: false,
    populated: true,
    everySeconds: 30,
    records: 7,
    ...given,
  };
}

describe('diagnose', () => {
  it('tells kinds apart by what became of reading them, and gives the RBAC that is missing', () => {
    const doctor = diagnose({
      cluster,
      definition,
      engines: builtInEngines,
      collections: [
        collection('kubernetes', 'apps', 'Deployment', {
          provenAt: new Date('2026-11-20T11:59:00Z'),
          readHow: 'watched steadily',
        }),
        collection('kubernetes', '', 'Node', {
          outcome: 'not-allowed',
          message: 'nodes is forbidden',
        }),
        collection('argocd', 'argoproj.io', 'Application', {
          outcome: 'not-installed',
        }),
      ],
    });

    expect(doctor).toMatchObject({
      cluster: 'one',
      apiServer: 'https://one.example.org:6443',
      signIn: 'serviceAccount',
    });
    expect(doctor.checks.slice(0, 2)).toMatchObject([
      { title: 'API server', outcome: 'ok' },
      {
        kind: 'Node',
        apiVersion: 'v1',
        outcome: 'not-allowed',
        message: 'nodes is forbidden',
        remedy: expect.stringContaining('deploy/rbac/spoke-reader.yaml'),
        freshness: { stale: true },
      },
    ]);
    expect(doctor.checks).toContainEqual(
      expect.objectContaining({
        kind: 'Deployment',
        apiVersion: 'apps/v1',
        outcome: 'ok',
        records: 7,
        readHow: 'watched steadily',
        freshness: { observedAt: '2026-11-20T11:59:00.000Z', stale: false },
      }),
    );
    expect(doctor.checks.at(-1)).toMatchObject({
      title: 'Argo CD',
      outcome: 'not-installed',
      message: 'Argo CD is not installed on this cluster.',
    });
    expect(doctor.checks.find(({ kind }) => kind === 'Kustomization')).toEqual(
      expect.objectContaining({ outcome: 'pending' }),
    );

    const [role] = parseAllDocuments(doctor.manifest!).map(document =>
      document.toJS(),
    );
    expect(role.rules).toEqual([
      {
        apiGroups: [''],
        resources: ['nodes'],
        verbs: ['get', 'list', 'watch'],
      },
    ]);
  });

  it('tells each kind of a group that an engine reads as a whole, and has all of them granted', () => {
    const group = 'constraints.gatekeeper.sh';
    const { checks, manifest } = diagnose({
      cluster,
      definition,
      engines: builtInEngines,
      collections: [
        collection('gatekeeper', group, 'K8sRequiredLabels', {}),
        collection('gatekeeper', group, 'K8sAllowedRepos', {
          outcome: 'not-allowed',
        }),
      ],
    });
    expect(
      checks.filter(({ apiVersion }) => apiVersion === `${group}/v1`),
    ).toMatchObject([
      { kind: 'K8sAllowedRepos', outcome: 'not-allowed' },
      { kind: 'K8sRequiredLabels', outcome: 'ok', records: 7 },
    ]);
    expect(manifest).toContain(
      `apiGroups:\n      - ${group}\n    resources:\n      - "*"`,
    );
  });

  it('tells kinds of a category apart where there is something to tell, and has just those granted that are refused', () => {
    const managed = 's3.aws.upbound.io';
    const { checks, manifest } = diagnose({
      cluster,
      definition,
      engines: builtInEngines,
      collections: [
        collection('crossplane', managed, 'Bucket', {}),
        collection('crossplane', managed, 'Object', { records: 0 }),
        collection('crossplane', managed, 'BucketPolicy', { records: 0 }),
        collection('crossplane', managed, 'Vault', { outcome: 'not-allowed' }),
        collection('crossplane', '*', '*', {
          plural: 'claim',
          outcome: 'not-installed',
        }),
      ],
    });
    expect(
      checks
        .filter(({ engine, outcome }) =>
          [engine === 'crossplane', outcome !== 'pending'].every(Boolean),
        )
        .map(({ title, apiVersion, outcome }) => [title, apiVersion, outcome]),
    ).toEqual([
      ['Vault of Crossplane', `${managed}/v1`, 'not-allowed'],
      ['Bucket of Crossplane', `${managed}/v1`, 'ok'],
      ['2 more kinds of Crossplane, without objects', undefined, 'ok'],
      ['Any kind of claim of Crossplane', '*/v1', 'not-installed'],
    ]);
    expect(manifest).toContain(
      `apiGroups:\n      - ${managed}\n    resources:\n      - vaults`,
    );
  });

  it('begins with the cluster itself, and needs nothing mended where all is well', () => {
    const message = 'connection refused';
    const { checks, manifest } = diagnose({
      cluster: {
        ...cluster,
        reachability: { outcome: 'unreachable', message },
      },
      definition,
      engines: builtInEngines,
      collections: [],
    });
    expect(checks).toEqual([
      expect.objectContaining({
        outcome: 'unreachable',
        message,
        remedy: expect.stringContaining('one.example.org:6443'),
      }),
    ]);
    expect(manifest).toBeUndefined();
  });
});
