import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { admin, auditor, nobody, operator } from './__testUtils__/policy';
import { startRoutes } from './__testUtils__/startRoutes';

const deploymentPath = '/apis/apps/v1/namespaces/web/deployments/web';

describe('createRouter', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>;

  beforeAll(async () => {
    routes = await startRoutes();
    routes.objects.put(deploymentPath, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'web', managedFields: [{}] },
      spec: { selector: { matchLabels: { app: 'web' } } },
    });
  });

  afterAll(() => routes.objects.stop());

  function get(path: string, user = admin) {
    return request(routes.server)
      .get(`/api/fleet${path}`)
      .set('authorization', mockCredentials.user.header(user));
  }

  function post(path: string, user = admin, body?: object) {
    return request(routes.server)
      .post(`/api/fleet${path}`)
      .set('authorization', mockCredentials.user.header(user))
      .send(body);
  }

  async function idOf(name: string, cluster: string): Promise<string> {
    const { body } = await get(`/applications?filter=cluster=${cluster}`);
    return body.items.find((item: { name: string }) => item.name === name).id;
  }

  function namesOf(items: { name: string }[]) {
    return items.map(({ name }) => name).sort();
  }

  describe('of what a caller may not see, says nothing:', () => {
    it('asks a cluster what stands in the way of its upgrade, for those who see it', async () => {
      routes.objects.put('/version', { gitVersion: 'v1.34.2' });
      routes.objects.put('/api/v1/nodes', { items: [] });
      const path = '/clusters/stg-1/upgrade-readiness';
      const { status, body } = await get(path);
      expect([status, body.error]).toEqual([200, undefined]);
      expect(body).toMatchObject({ version: '1.34', next: '1.35' });
      expect((await get(path, nobody)).status).toBe(404);
      // No source of clusters has it any more.
      const away = await get('/clusters/prod-1/upgrade-readiness');
      expect([away.status, away.body.error.message]).toEqual([
        502,
        expect.stringContaining('Cluster prod-1 could not be asked'),
      ]);
    });

    it('clusters', async () => {
      const all = await get('/clusters');
      expect(namesOf(all.body.items)).toEqual(['prod-1', 'stg-1']);

      const { body } = await get('/clusters', auditor);
      expect(namesOf(body.items)).toEqual(['stg-1']);
      expect(body.totalItems).toBe(1);
      expect(body.items[0].applications).toEqual({ healthy: 1 });
      expect(JSON.stringify(body.facets)).not.toMatch(/prod/);

      expect((await get('/clusters/stg-1', auditor)).status).toBe(200);
      expect((await get('/clusters/prod-1', auditor)).status).toBe(404);
      expect((await get('/clusters', nobody)).body.totalItems).toBe(0);
    });

    it('doctor', async () => {
      const { body } = await get('/clusters/prod-1/doctor');
      expect(body.checks[0]).toMatchObject({
        title: 'API server',
        outcome: 'ok',
      });
      expect(body.fluxWebhook).toMatchObject({
        configured: false,
        address: expect.stringMatching(
          /^http:.*\/api\/fleet\/webhooks\/flux\/prod-1$/,
        ),
        accepted: 0,
        refused: [],
        config: expect.stringContaining('cluster: prod-1'),
        secretCommand: expect.stringContaining('token=THE-SECRET'),
        manifest: expect.stringContaining('type: generic-hmac'),
      });
      expect((await get('/clusters/prod-1/doctor', auditor)).status).toBe(404);
    });

    it('applications', async () => {
      expect((await get('/applications')).body.totalItems).toBe(4);
      const { body } = await get('/applications', auditor);
      expect(body.totalItems).toBe(1);
      expect(body.items).toMatchObject([{ name: 'web', cluster: 'stg-1' }]);
      expect(JSON.stringify(body.facets)).not.toMatch(/prod|ledger|core/);

      for (const [name, cluster, status] of [
        ['web', 'stg-1', 200],
        ['ledger', 'stg-1', 404],
        ['web', 'prod-1', 404],
      ] as const) {
        const id = await idOf(name, cluster);
        const answer = await get(
          `/applications/${encodeURIComponent(id)}`,
          auditor,
        );
        expect([name, cluster, answer.status]).toEqual([name, cluster, status]);
      }
    });

    it('entities', async () => {
      const web = (await get('/entities/component/default/web')).body;
      expect(web.applications).toHaveLength(2);
      expect(web.environments).toEqual(['staging', 'production']);
      expect(web.problems).toEqual([
        {
          key: 'fleetcommander.io/clusters',
          message: expect.stringContaining('"atlantis"'),
        },
      ]);

      const seen = (await get('/entities/system/default/shop', auditor)).body;
      expect(seen.applications).toMatchObject([
        { name: 'web', cluster: 'stg-1' },
      ]);
      expect(seen.workloads).toMatchObject([{ name: 'web', cluster: 'stg-1' }]);
      expect(seen.clusters).toMatchObject([{ name: 'stg-1' }]);
      expect(JSON.stringify(seen)).not.toMatch(/prod-1|ledger/);

      const path = '/entities/resource/default/production-one';
      expect((await get(path)).body).toMatchObject({
        cluster: 'prod-1',
        problems: [],
      });
      const hidden = (await get(path, auditor)).body;
      expect(hidden.applications).toEqual([]);
      expect(hidden.problems).toMatchObject([
        { key: 'fleetcommander.io/cluster' },
      ]);
      expect((await get('/entities/component/default/none')).status).toBe(404);

      // A System is the sum of its parts, and of those only what the caller may see.
      const whole = (await get('/entities/system/default/shop')).body;
      expect(whole).toMatchObject({
        compared: 4,
        drift: { totalItems: 4 },
        blindSpots: { totalItems: 4 },
      });
      expect(seen).toMatchObject({ compared: 1, drift: { totalItems: 1 } });
      expect(hidden.drift.totalItems).toBe(0);
      const sources = await get(
        '/entities/system/default/shop?sections=sources',
      );
      expect(sources.body).not.toHaveProperty('drift');
    });

    it('matrix', async () => {
      const all = (await get('/matrix')).body;
      expect([all.totalItems, all.totalColumns]).toEqual([2, 2]);
      const { body } = await get('/matrix', auditor);
      expect([body.totalItems, body.totalColumns]).toEqual([1, 1]);
      expect(JSON.stringify(body)).not.toMatch(/prod-1|ledger/);
    });

    it('transitions', async () => {
      const { body } = await get('/transitions', auditor);
      expect(JSON.stringify(body)).not.toMatch(/prod-1|ledger/);
      expect(body.totalItems).toBe(body.items.length);
    });

    it('summary', async () => {
      const all = (await get('/summary')).body;
      expect(all.applications).toEqual({ healthy: 4 });
      expect(all.sourceProblems).toHaveLength(1);
      const { body } = await get('/summary', auditor);
      expect(body.clusters).toEqual({ healthy: 1 });
      expect(body.applications).toEqual({ healthy: 1 });
      expect(body.environments).toEqual(['staging']);
      expect(body.sourceProblems).toEqual([]);
      expect(JSON.stringify(body)).not.toMatch(/prod|ledger/);
    });

    it('unowned', async () => {
      const { body } = await get('/unowned', auditor);
      expect(body).toMatchObject({ items: [], totalItems: 0 });
    });

    it('objects', async () => {
      const path = '/objects/stg-1/apps/v1/deployments/web/web';
      const { body } = await get(path, auditor);
      expect(body).toMatchObject({ cluster: 'stg-1', masked: false });
      expect(body.yaml).toContain('kind: Deployment');
      expect(body.yaml).not.toContain('managedFields');
      for (const hidden of [
        '/objects/stg-1/apps/v1/deployments/ledger/ledger',
        '/objects/prod-1/apps/v1/deployments/web/web',
        '/objects/stg-1/core/v1/secrets/web/web',
      ]) {
        expect((await get(hidden, auditor)).status).toBe(404);
      }
      expect((await get(path, nobody)).status).toBe(404);
      expect(routes.audited).toContain('object-read succeeded');
      expect(routes.audited).toContain('object-read failed');
    });

    it('actions', async () => {
      const [mine, theirs] = await Promise.all([
        idOf('web', 'stg-1'),
        idOf('web', 'prod-1'),
      ]);
      const path = (id: string) =>
        `/applications/${encodeURIComponent(id)}/reconcile`;
      expect((await post(path(mine), auditor)).status).toBe(403);
      expect((await post(path(theirs), operator)).status).toBe(404);

      const bulk = await post('/applications/reconcile', operator, {
        filter: ['engine=flux'],
        preview: true,
      });
      expect(bulk.body).toMatchObject({
        preview: true,
        totalItems: 1,
        items: [{ applicationId: mine, outcome: 'preview' }],
      });
      const denied = await post('/applications/suspend', operator, {
        filter: ['engine=flux'],
        preview: false,
      });
      expect(denied.body.items).toMatchObject([
        {
          applicationId: mine,
          outcome: 'refused',
          message: expect.stringContaining('fleet.application.suspend'),
        },
      ]);
      expect(routes.objects.patched).toEqual([]);
    });

    it('drifts', async () => {
      const all = (await get('/drifts')).body;
      expect(all.totalItems).toBe(4);
      const theirs = all.items.find(
        (item: { cluster: string }) => item.cluster === 'prod-1',
      );

      const { body } = await get('/drifts', auditor);
      expect(body.totalItems).toBe(1);
      expect(body.items).toMatchObject([{ cluster: 'stg-1', title: 'web' }]);
      expect(JSON.stringify(body)).not.toMatch(/prod|ledger/);
      expect((await get('/drifts', nobody)).body.totalItems).toBe(0);
      const ofShop = '/drifts?filter=entity=system:default/shop';
      expect((await get(ofShop)).body.totalItems).toBe(4);
      expect((await get(ofShop, auditor)).body.totalItems).toBe(1);
      expect((await get('/clusters/prod-1')).body.drift).toEqual({
        total: 2,
        worst: 'low',
        severities: { low: 2 },
        kinds: { frozen: 2 },
      });
      expect((await get('/clusters/stg-1', auditor)).body.drift.total).toBe(1);
      expect((await get('/summary', auditor)).body.drift.total).toBe(1);

      const [mine] = body.items;
      const said = { reason: 'We know.' };
      const acknowledge = (id: string, user: string) =>
        post(`/drifts/${id}/acknowledge`, user, said);
      expect((await acknowledge(theirs.id, operator)).status).toBe(404);
      expect((await acknowledge(mine.id, auditor)).status).toBe(403);
      expect((await acknowledge(mine.id, operator)).body).toMatchObject({
        id: mine.id,
        acknowledged: { by: operator, reason: 'We know.' },
      });
    });

    it('what may be adopted into Git', async () => {
      const [mine] = (await get('/drifts', auditor)).body.items;
      const adopt = (id: string, user?: string) =>
        post(`/drifts/${id}/adoption-plan`, user, {});
      expect((await adopt('none')).status).toBe(404);
      expect((await adopt(mine.id, auditor)).status).toBe(403);
      const ask = (user?: string) =>
        get(`/drifts/${mine.id}/adoptability`, user);
      expect((await ask(auditor)).status).toBe(403);
      expect((await ask()).body.whyNot).toContain('Only a value');
      const { status, body } = await adopt(mine.id);
      expect(status).toBe(400);
      expect(body.error.message).toContain(
        'Only a value that somebody set live',
      );
    });

    it('refresh', async () => {
      expect((await post('/clusters/prod-1/refresh', auditor)).status).toBe(
        404,
      );
      expect((await post('/clusters/stg-1/refresh', auditor)).status).toBe(403);
      expect(routes.polling.refresh).not.toHaveBeenCalled();
    });
  });

  it('takes mine for what the caller owns, beside other filters', async () => {
    const owned = await get('/applications?filter=owner=group:default/pay');
    expect(owned.body.totalItems).toBeGreaterThan(0);
    const mine = await get('/applications?filter=mine=true');
    expect(mine.body).toEqual(owned.body);
    const staging = await get(
      '/applications?filter=environment=staging,mine=true',
    );
    expect(staging.body.totalItems).toBeLessThan(owned.body.totalItems);
    const service = await request(routes.server)
      .get('/api/fleet/applications?filter=mine=true')
      .set('authorization', mockCredentials.service.header());
    expect(service.status).toBe(400);
  });

  it('refreshes a cluster', async () => {
    const { body } = await post('/clusters/stg-1/refresh');
    expect(body).toMatchObject({ name: 'stg-1' });
    expect(routes.polling.refresh).toHaveBeenCalledWith('stg-1');
  });

  it('acts on one application and on all that a filter finds, each with its own result', async () => {
    const path =
      '/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations/web';
    routes.objects.put(path, {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'web', namespace: 'flux-system' },
      spec: {},
    });
    const id = await idOf('web', 'stg-1');
    const one = await post(`/applications/${encodeURIComponent(id)}/reconcile`);
    expect(one.body).toMatchObject({ applicationId: id, outcome: 'done' });
    expect(routes.objects.get(path).metadata.annotations).toMatchObject({
      'fleetcommander.io/requested-by': admin,
    });
    expect(routes.audited).toContain('application-command succeeded');

    const { body } = await post('/applications/suspend', admin, {
      filter: ['cluster=stg-1'],
      preview: false,
    });
    expect(
      body.items.map(({ outcome }: { outcome: string }) => outcome).sort(),
    ).toEqual(['done', 'failed']);
    expect(routes.objects.get(path).spec).toEqual({ suspend: true });
    expect(routes.audited).toContain('application-command failed');
  });

  it('shows a live object with its pods and events', async () => {
    routes.objects.put('/api/v1/namespaces/web/pods', {
      metadata: { resourceVersion: '1' },
      items: [
        {
          metadata: { name: 'web-1' },
          status: {
            phase: 'Pending',
            containerStatuses: [
              {
                restartCount: 3,
                state: {
                  waiting: { reason: 'ImagePullBackOff', message: 'no image' },
                },
              },
            ],
          },
        },
      ],
    });
    const event = (
      kind: string,
      name: string,
      reason: string,
      minute: number,
    ) => ({
      metadata: { name: reason },
      type: 'Warning',
      reason,
      message: `${reason} of ${name}`,
      lastTimestamp: `2026-11-20T12:0${minute}:00Z`,
      involvedObject: { kind, name },
    });
    const all = [
      event('Deployment', 'web', 'ScalingReplicaSet', 1),
      event('Pod', 'web-1', 'BackOff', 4),
      event('Pod', 'other-1', 'BackOff', 5),
      event('ReplicaSet', 'web-6d4cf56db6', 'FailedCreate', 3),
      event('ReplicaSet', 'web-admin-5c689d88bb', 'FailedCreate', 2),
    ];
    routes.objects.put('/api/v1/namespaces/web/events', {
      metadata: { resourceVersion: '1' },
      items: all,
    });
    const { body } = await get(
      '/objects/stg-1/apps/v1/deployments/web/web?with=pods,events',
    );
    expect(body.pods).toEqual([
      {
        name: 'web-1',
        phase: 'Pending',
        ready: false,
        restarts: 3,
        message: 'ImagePullBackOff: no image',
      },
    ]);
    expect(body.events).toEqual([
      {
        type: 'Warning',
        reason: 'BackOff',
        message: 'BackOff of web-1',
        count: 1,
        lastSeenAt: '2026-11-20T12:04:00Z',
        object: 'Pod/web-1',
      },
      expect.objectContaining({ object: 'ReplicaSet/web-6d4cf56db6' }),
      expect.objectContaining({ object: 'Deployment/web' }),
    ]);
    expect(routes.objects.asked.join('\n')).toContain('labelSelector=app=web');
  });

  it('says which right a cluster withholds, and that the cluster is at fault', async () => {
    const podsPath = '/api/v1/namespaces/web/pods';
    const path = '/objects/stg-1/apps/v1/deployments/web/web';
    routes.objects.forbidden.add(`GET ${podsPath}`);
    const withoutPods = await get(`${path}?with=pods`);
    expect(withoutPods.status).toBe(502);
    expect(withoutPods.body.error).toMatchObject({
      name: 'ClusterError',
      message: expect.stringMatching(
        /^Cluster stg-1 does not let Fleet Commander list pods\. Grant "list" on pods in API group "" there; .* It said: cannot GET /,
      ),
    });

    routes.objects.forbidden.add(`GET ${deploymentPath}`);
    const { body } = await get(path);
    expect(body.error.message).toContain(
      'does not let Fleet Commander get deployments.apps. Grant "get" on deployments in API group "apps" there;',
    );
    routes.objects.forbidden.clear();
  });

  it.each([
    ['/clusters?filter=colour=red', /colour/],
    ['/applications?filter=environment', /key=value/],
    ['/applications?orderField=colour', /colour/],
    ['/applications?orderField=name,up', /,asc or ,desc/],
    ['/applications?cursor=broken', /cursor/i],
    ['/applications?limit=0', /limit/],
    ['/applications?limit=many', /limit/],
    ['/applications?colour=red', /colour/],
    ['/matrix?columnOffset=-1', /columnOffset/],
    ['/entities/component/default/web?sections=cats', /cats/],
    ['/objects/stg-1/apps/v1/deployments/web/web%2Fscale', /"web\/scale"/],
    ['/objects/stg-1/apps/v1/deployments/web/web?with=cats', /cats/],
  ])('answers 400 with the reason: %s', async (path, reason) => {
    const { status, body } = await get(path);
    expect([path, status]).toEqual([path, 400]);
    expect(body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(reason),
    });
  });

  it.each([
    [{ filter: [], preview: true }],
    [{ filter: [''], preview: true }],
    [{ filter: ['engine=flux'] }],
  ])('does not act on all by mistake: %j', async body => {
    const answer = await post('/applications/suspend', admin, body);
    expect(answer.status).toBe(400);
  });

  it('pages with a cursor, and answers 304 only to the same answer', async () => {
    const first = await get('/applications?limit=3');
    expect(first.body.items).toHaveLength(3);
    const { nextCursor } = first.body.pageInfo;
    const second = await get(
      `/applications?limit=3&cursor=${encodeURIComponent(nextCursor)}`,
    );
    expect(second.body.items).toHaveLength(1);
    expect(second.body.pageInfo.nextCursor).toBeUndefined();

    const { etag, vary } = first.headers;
    expect(vary).toMatch(/authorization/i);
    const same = get('/applications?limit=3').set('if-none-match', etag);
    expect((await same).status).toBe(304);
    const other = get('/applications?limit=3', auditor);
    expect((await other.set('if-none-match', etag)).status).toBe(200);
  });

  it('mutes a drift until a time to come, and needs a reason', async () => {
    const [{ id }] = (await get('/drifts')).body.items;
    const mute = (body: object) => post(`/drifts/${id}/mute`, admin, body);
    const past = await mute({
      reason: 'Planned.',
      until: '2020-01-01T00:00:00Z',
    });
    expect(past.status).toBe(400);
    expect(past.body.error.message).toContain('until');
    expect((await mute({ until: '2099-01-01T00:00:00Z' })).status).toBe(400);
    const muted = await mute({
      reason: 'Planned.',
      until: '2099-01-01T00:00:00Z',
    });
    expect(muted.body.muted).toMatchObject({ by: admin, reason: 'Planned.' });
    expect((await get('/drifts')).body.totalItems).toBe(3);
  });

  it('needs a caller', async () => {
    const answer = await request(routes.server)
      .get('/api/fleet/clusters')
      .set('authorization', mockCredentials.none.header());
    expect(answer.status).toBe(401);
  });
});
