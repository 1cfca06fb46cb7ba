import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import { ObjectServer } from '../commands/__testUtils__/ObjectServer';
import { upgradeReadiness } from './upgradeReadiness';

const now = new Date('2026-11-20T12:00:00Z');
const nodesPath = '/api/v1/nodes';
const budgetsPath = '/apis/policy/v1/poddisruptionbudgets';
const certificatesPath = '/apis/cert-manager.io/v1/certificates';

const engine = (name: string, version?: string) => ({
  name,
  version,
  installed: true,
  state: 'healthy' as const,
  summary: 'installed',
});

function node(name: string, version: string, ready = 'True') {
  return {
    metadata: { name },
    status: {
      nodeInfo: { kubeletVersion: version },
      conditions: [
        { type: 'Ready', status: ready, message: 'kubelet stopped' },
      ],
    },
  };
}

function budget(name: string, disruptionsAllowed: number) {
  return {
    metadata: { namespace: 'web', name },
    status: {
      disruptionsAllowed,
      expectedPods: 2,
      currentHealthy: 2,
      desiredHealthy: 2,
    },
  };
}

const list = (...items: object[]) => ({ kind: 'List', metadata: {}, items });

describe('upgradeReadiness', () => {
  let server: ObjectServer;

  beforeEach(async () => {
    server = await ObjectServer.start('stg-1');
    server.put('/version', { gitVersion: 'v1.34.2-eks-1a2b3c' });
    server.put(nodesPath, list(node('a', 'v1.34.2')));
    server.put(budgetsPath, list(budget('web', 1)));
    server.put(
      certificatesPath,
      list({
        metadata: { namespace: 'web', name: 'web' },
        status: { notAfter: '2027-02-01T00:00:00Z' },
      }),
    );
    server.putText('/metrics', '# HELP apiserver_x\napiserver_x 1\n');
  });

  afterEach(() => server.stop());

  async function ask(options: { engines?: object[]; mayList?: boolean } = {}) {
    const { engines = [engine('flux', 'v2.10.1')], mayList = true } = options;
    const readiness = await upgradeReadiness({
      client: server.connections.get('stg-1'),
      cluster: { name: 'stg-1', engines } as Cluster,
      definition: undefined,
      mayList,
      now,
    });
    const check = (id: string) =>
      readiness.checks.find(candidate => candidate.id === id);
    return { readiness, check };
  }

  it('finds nothing in the way', async () => {
    const { readiness } = await ask();
    expect(readiness).toMatchObject({ version: '1.34', next: '1.35' });
    expect(
      Object.fromEntries(readiness.checks.map(({ id, state }) => [id, state])),
    ).toEqual({
      'node-versions': 'healthy',
      'nodes-ready': 'healthy',
      'removed-apis': 'healthy',
      engines: 'healthy',
      'disruption-budgets': 'healthy',
      certificates: 'healthy',
      // Nobody said where the API server is.
      'serving-certificate': 'unknown',
    });
    expect(readiness.summary).toBe(
      "Nothing was found that stands in the way of 1.35. Not known: The API server's certificate.",
    );
  });

  it('tells nodes that are too old, or away', async () => {
    server.put(
      nodesPath,
      list(
        node('a', 'v1.34.2'),
        node('b', 'v1.33.9'),
        node('c', 'v1.31.0'),
        node('d', 'v1.34.2', 'Unknown'),
      ),
    );
    const { readiness, check } = await ask();
    expect(check('node-versions')).toMatchObject({
      state: 'failing',
      summary: expect.stringContaining('1 of 4 nodes'),
      items: [
        { title: 'c', state: 'failing' },
        { title: 'b', state: 'degraded' },
      ],
    });
    expect(check('nodes-ready')).toMatchObject({
      state: 'failing',
      items: [{ title: 'd', summary: 'kubelet stopped' }],
    });
    expect(readiness.state).toBe('failing');
    expect(readiness.summary).toContain('Not ready for 1.35');
  });

  it('tells APIs that go, and those that go later, apart', async () => {
    const line = (group: string, removed: string, value = 1) =>
      `apiserver_requested_deprecated_apis{group="${group}",removed_release="${removed}",resource="flowschemas",subresource="",version="v1beta3"} ${value}\n`;
    server.putText(
      '/metrics',
      `# TYPE apiserver_requested_deprecated_apis gauge\n${'other_metric{a="b"} 1\n'.repeat(
        20_000,
      )}${line('flowcontrol.apiserver.k8s.io', '1.35')}${line(
        'later.example.org',
        '1.37',
      )}${line('never.example.org', '1.35', 0)}${line('odd.example.org', '')}`,
    );
    const { check } = await ask();
    expect(check('removed-apis')).toMatchObject({
      state: 'failing',
      items: [
        {
          title: 'flowschemas of flowcontrol.apiserver.k8s.io/v1beta3',
          summary: 'is no longer served from 1.35 on',
          state: 'failing',
        },
        {
          title: 'flowschemas of later.example.org/v1beta3',
          state: 'degraded',
        },
      ],
    });
  });

  it('tells engines that are too old, and those of which nobody knows', async () => {
    const { check } = await ask({
      engines: [
        engine('flux', 'v2.5.1'),
        engine('kyverno', '1.19.0'),
        engine('gatekeeper'),
        engine('kubernetes', '1.34'),
      ],
    });
    expect(check('engines')).toMatchObject({
      state: 'degraded',
      items: [
        { title: 'flux v2.5.1', state: 'degraded' },
        { title: 'gatekeeper', state: 'unknown' },
        { title: 'kyverno 1.19.0', state: 'healthy' },
      ],
    });
  });

  it('tells budgets and certificates, and names them only to those who may see all applications', async () => {
    server.put(budgetsPath, list(budget('web', 0), budget('api', 1)));
    server.put(
      certificatesPath,
      list(
        {
          metadata: { namespace: 'web', name: 'soon' },
          status: { notAfter: '2026-11-25T12:00:00Z' },
        },
        {
          metadata: { namespace: 'web', name: 'ended' },
          status: { notAfter: '2026-11-19T12:00:00Z' },
        },
        { metadata: { namespace: 'web', name: 'never' } },
      ),
    );
    const { check } = await ask();
    expect(check('disruption-budgets')?.items).toEqual([
      {
        title: 'web/web',
        summary: '2 pods are healthy, and 2 have to be',
        state: 'degraded',
      },
    ]);
    expect(check('certificates')).toMatchObject({
      state: 'failing',
      summary: '2 of 3 certificates end within 14 days, 1 have ended',
      items: [
        { title: 'web/ended' },
        {
          title: 'web/soon',
          summary: 'ends in 5 days, at 2026-11-25T12:00:00Z',
        },
      ],
    });
    const { readiness, check: counted } = await ask({ mayList: false });
    expect(JSON.stringify(readiness)).not.toContain('web/');
    expect(counted('disruption-budgets')).toMatchObject({
      state: 'degraded',
      summary: expect.stringContaining('1 of 2 budgets'),
      items: [],
    });
  });

  it('says what it may not look at, what is not there, and looks at the rest', async () => {
    server.forbidden.add('GET /metrics');
    server.forbidden.add(`GET ${budgetsPath}`);
    server.notServed.add(`GET ${certificatesPath}`);
    const { readiness, check } = await ask();
    expect(check('removed-apis')).toMatchObject({
      state: 'not-allowed',
      summary: expect.stringContaining(
        'grant it get on the URL /metrics, as deploy/rbac/spoke-upgrade-reader.yaml does',
      ),
    });
    expect(check('disruption-budgets')?.state).toBe('not-allowed');
    expect(check('certificates')).toMatchObject({
      state: 'not-installed',
      summary: 'It is not there',
    });
    expect(check('nodes-ready')?.state).toBe('healthy');
    expect(readiness.state).toBe('unknown');
  });

  it('asks no further where nobody answers', async () => {
    await server.stop();
    const { readiness } = await ask();
    expect(readiness).toMatchObject({ state: 'unreachable', checks: [] });
    expect(readiness.summary).toContain('stg-1 could not be asked');
  });
});
