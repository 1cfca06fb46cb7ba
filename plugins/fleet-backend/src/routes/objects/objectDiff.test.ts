import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { admin, auditor, nobody } from '../__testUtils__/policy';
import { startRoutes } from '../__testUtils__/startRoutes';

const deployment = '/apis/apps/v1/namespaces/web/deployments/web';
const path = '/objects/stg-1/apps/v1/deployments/web/web/diff';

describe('what an object should be against what it is', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>;

  beforeAll(async () => {
    routes = await startRoutes();
    routes.objects.put(deployment, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'web',
        namespace: 'web',
        managedFields: [
          {
            manager: 'kustomize-controller',
            operation: 'Apply',
            time: '2026-11-20T09:00:00Z',
            fieldsV1: {
              'f:spec': { 'f:paused': {}, 'f:replicas': {} },
            },
          },
          {
            manager: 'kubectl-label',
            operation: 'Update',
            time: '2026-11-20T10:00:00Z',
            fieldsV1: { 'f:metadata': { 'f:labels': { 'f:debug': {} } } },
          },
        ],
        labels: { debug: 'on' },
      },
      spec: { replicas: 3, paused: false, revisionHistoryLimit: 10 },
    });
  });

  afterAll(() => routes.objects.stop());

  function get(url: string, user = admin) {
    return request(routes.server)
      .get(`/api/fleet${url}`)
      .set('authorization', mockCredentials.user.header(user));
  }

  it('is asked of the cluster, for those who may read the object, and audited', async () => {
    const { status, body } = await get(path, auditor);
    expect([status, body.error]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      cluster: 'stg-1',
      kind: 'Deployment',
      desired: {
        source: 'git-owned',
        revision: 'main@sha1:abc',
        at: '2026-11-20T09:00:00Z',
      },
      fields: [
        {
          path: '.metadata.labels.debug',
          state: 'added',
          to: '"on"',
          manager: 'kubectl-label',
        },
      ],
      masked: false,
    });
    expect(routes.audited).toContain('object-diff succeeded');
  });

  it('is hidden from those who may not', async () => {
    routes.objects.asked.length = 0;
    for (const [url, user] of [
      [path, nobody],
      ['/objects/prod-1/apps/v1/deployments/web/web/diff', auditor],
      ['/objects/stg-1/apps/v1/deployments/ledger/ledger/diff', auditor],
      ['/objects/stg-1/core/v1/secrets/web/web/diff', auditor],
    ] as const) {
      const { status, body } = await get(url, user);
      expect([url, status]).toEqual([url, 404]);
      expect(body.error.message).toContain('fleet.object.read');
    }
    expect(routes.objects.asked).toEqual([]);
    expect(routes.audited).toContain('object-diff failed');
  });

  it('tells gone, not installed, not allowed and unreachable apart', async () => {
    const ledger = '/objects/stg-1/apps/v1/deployments/ledger/ledger/diff';
    const gone = await get(ledger);
    expect(gone.status).toBe(200);
    expect(gone.body).toMatchObject({ kind: 'Deployment', fields: [] });
    expect(gone.body.liveYaml).toBeUndefined();

    routes.objects.notServed.add(
      'GET /apis/apps/v1/namespaces/ledger/deployments/ledger',
    );
    const notInstalled = await get(ledger);
    expect(notInstalled.status).toBe(502);
    expect(notInstalled.body.error.message).toMatch(
      /^deployments of apps\/v1 are not installed on cluster stg-1\./,
    );

    routes.objects.forbidden.add(`GET ${deployment}`);
    const notAllowed = await get(path);
    expect(notAllowed.status).toBe(502);
    expect(notAllowed.body.error.message).toContain(
      'does not let Fleet Commander get deployments.apps. Grant "get"',
    );
    routes.objects.forbidden.clear();

    await routes.objects.stop();
    const unreachable = await get(path);
    expect(unreachable.status).toBe(502);
    expect(unreachable.body.error).toMatchObject({
      name: 'ClusterError',
      message: expect.stringMatching(/^Cluster stg-1 could not be asked: /),
    });
  });
});
