import type { DemoFleet } from '../../DemoFleet';
import {
  startFleet,
  thing,
  things,
  thingsPath,
  TestClient,
} from '../../__fixtures__/startFleet';

const merge = 'application/merge-patch+json';
const json = 'application/json-patch+json';
const apply = 'application/apply-patch+yaml';
const strategic = 'application/strategic-merge-patch+json';

const path = `${thingsPath}/a`;
const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'app',
            image: 'web:1',
            env: [{ name: 'MODE', value: 'fast' }],
          },
        ],
      },
    },
  },
};
const deployments = '/apis/apps/v1/namespaces/default/deployments';

/** Who owns what, as `manager operation subresource`. */
function owners(body: any): Record<string, unknown> {
  return Object.fromEntries(
    body.metadata.managedFields.map((entry: any) => [
      [entry.manager, entry.operation, entry.subresource]
        .filter(Boolean)
        .join(' '),
      entry.fieldsV1,
    ]),
  );
}

describe('writes', () => {
  let fleet: DemoFleet;
  let client: TestClient;

  beforeEach(async () => {
    fleet = await startFleet();
    client = new TestClient(fleet.cluster('hub'));
  });
  afterEach(() => fleet.stop());

  it('creates, replaces and deletes', async () => {
    const created = await client.create({
      ...thing('a'),
      status: { ready: true },
    });
    expect(created.status).toBe(201);
    expect(created.body.metadata).toMatchObject({
      generation: 1,
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(created.body.status).toBeUndefined();
    expect((await client.create(thing('a'))).body.reason).toBe('AlreadyExists');

    const replaced = await client.send('PUT', path, {
      body: { ...created.body, spec: { size: 5 } },
    });
    expect(replaced.body).toMatchObject({
      metadata: { generation: 2, uid: created.body.metadata.uid },
      spec: { size: 5 },
    });
    const stale = await client.send('PUT', path, { body: created.body });
    expect(stale.body).toMatchObject({ code: 409, reason: 'Conflict' });

    expect((await client.send('DELETE', path)).body.status).toBe('Success');
    expect((await client.get(path)).body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'things.example.org "a" not found',
      reason: 'NotFound',
      details: { name: 'a', group: 'example.org', kind: 'things' },
      code: 404,
    });
  });

  it('refuses what cannot be', async () => {
    const refusals = [
      await client.create(thing('UPPER')),
      await client.create({ ...thing('a'), kind: 'Other' }),
      await client.create(
        {
          ...thing('a'),
          metadata: { name: 'a' },
        },
        thingsPath.replace('default', 'absent'),
      ),
      await client.patch(path, merge, {}),
      await client.patch(path, strategic, {}),
      await client.send('DELETE', '/version'),
      await client.patch(path, apply, thing('a')),
    ];
    expect(refusals.map(answer => answer.status)).toEqual([
      422, 400, 404, 404, 415, 404, 422,
    ]);
  });

  it('waits for finalizers', async () => {
    const { metadata, ...rest } = thing('a');
    await client.create({
      ...rest,
      metadata: { ...metadata, finalizers: ['example.org/wait'] },
    });
    const waiting = await client.send('DELETE', path);
    expect(waiting.body.metadata.deletionTimestamp).toBeDefined();
    expect((await client.get(path)).status).toBe(200);
    await client.patch(path, merge, { metadata: { finalizers: null } });
    expect((await client.get(path)).status).toBe(404);
  });

  it('patches in each form, and keeps who owns which field', async () => {
    await client.create(thing('a'), `${thingsPath}?fieldManager=creator`);
    const merged = await client.patch(`${path}?fieldManager=merger`, merge, {
      metadata: { annotations: { note: 'x' } },
      spec: { size: 2, color: 'red' },
      status: { ignored: true },
    });
    expect(merged.body).toMatchObject({
      metadata: { generation: 2 },
      spec: { size: 2, color: 'red' },
    });
    expect(merged.body.status).toBeUndefined();
    expect(owners(merged.body)).toEqual({
      'creator Update': { 'f:spec': {} },
      'merger Update': {
        'f:metadata': { 'f:annotations': { '.': {}, 'f:note': {} } },
        'f:spec': { 'f:size': {}, 'f:color': {} },
      },
    });

    const same = await client.patch(`${path}?fieldManager=late`, merge, {
      spec: { size: 2 },
    });
    expect(same.body.metadata).toEqual(merged.body.metadata);

    const operated = await client.patch(`${path}?fieldManager=json`, json, [
      { op: 'test', path: '/spec/size', value: 2 },
      { op: 'remove', path: '/spec/color' },
    ]);
    expect(operated.body.spec).toEqual({ size: 2 });
    const failed = await client.patch(path, json, [
      { op: 'test', path: '/spec/size', value: 99 },
    ]);
    expect(failed.status).toBe(422);

    const status = await client.patch(
      `${path}/status?fieldManager=controller`,
      merge,
      { spec: { size: 7 }, status: { ready: true } },
    );
    expect(status.body).toMatchObject({
      metadata: { generation: operated.body.metadata.generation },
      spec: { size: 2 },
      status: { ready: true },
    });
    expect(owners(status.body)).toHaveProperty('controller Update status');

    const dry = await client.patch(`${path}?dryRun=All`, merge, {
      spec: { size: 50 },
    });
    expect(dry.body.spec.size).toBe(50);
    expect((await client.get(path)).body.spec.size).toBe(2);
  });

  it('applies, with conflicts, force and removal of what is no longer wanted', async () => {
    const want = (spec: object) => ({
      apiVersion: 'example.org/v1',
      kind: 'Thing',
      metadata: { name: 'a' },
      spec,
    });
    const created = await client.patch(
      `${path}?fieldManager=flux`,
      apply,
      want({ size: 1, color: 'red' }),
    );
    expect(created.status).toBe(201);
    expect(owners(created.body)).toEqual({
      'flux Apply': { 'f:spec': { 'f:size': {}, 'f:color': {} } },
    });
    await client.patch(`${path}?fieldManager=kubectl-edit`, merge, {
      spec: { size: 9, extra: true },
    });
    const conflicting = await client.patch(
      `${path}?fieldManager=flux`,
      apply,
      want({ size: 1, color: 'red' }),
    );
    expect(conflicting.body).toMatchObject({
      code: 409,
      reason: 'Conflict',
      message:
        'Apply failed with 1 conflict: conflict with "kubectl-edit" using example.org/v1: .spec.size',
      details: {
        causes: [{ reason: 'FieldManagerConflict', field: '.spec.size' }],
      },
    });
    const forced = await client.patch(
      `${path}?fieldManager=flux&force=true`,
      apply,
      want({ size: 1 }),
    );
    expect(forced.body.spec).toEqual({ size: 1, extra: true });
    expect(owners(forced.body)).toEqual({
      'flux Apply': { 'f:spec': { 'f:size': {} } },
      'kubectl-edit Update': { 'f:spec': { 'f:extra': {} } },
    });
  });

  it('merges lists of built-in kinds by their keys, and scales', async () => {
    await client.create(deployment, `${deployments}?fieldManager=flux`);
    const set = await client.patch(
      `${deployments}/web?fieldManager=kubectl-set`,
      strategic,
      {
        spec: {
          template: {
            spec: { containers: [{ name: 'app', image: 'web:2' }] },
          },
        },
      },
    );
    expect(set.body.spec.template.spec.containers).toEqual([
      { name: 'app', image: 'web:2', env: [{ name: 'MODE', value: 'fast' }] },
    ]);
    expect(owners(set.body)['kubectl-set Update']).toEqual({
      'f:spec': {
        'f:template': {
          'f:spec': {
            'f:containers': { 'k:{"name":"app"}': { 'f:image': {} } },
          },
        },
      },
    });
    const scaled = await client.patch(
      `${deployments}/web/scale?fieldManager=autoscaler`,
      merge,
      { spec: { replicas: 3 } },
    );
    expect(scaled.body).toMatchObject({ kind: 'Scale', spec: { replicas: 3 } });
    const { body } = await client.get(`${deployments}/web`);
    expect(body.spec.replicas).toBe(3);
    expect(owners(body)['autoscaler Update scale']).toEqual({
      'f:spec': { 'f:replicas': {} },
    });
  });

  it('tells the world what clients write', async () => {
    const heard: string[] = [];
    fleet.cluster('hub').objects.onClientWrite((object, ref) => {
      heard.push(`${ref.plural}/${object.metadata.name}`);
    });
    await client.create(thing('a'));
    await client.patch(path, merge, { spec: { size: 1 } });
    await client.patch(path, merge, { spec: { size: 2 } });
    fleet.cluster('hub').objects.put(thing('b'), { manager: 'world' });
    expect(heard).toEqual(['things/a', 'things/a']);
  });

  it('serves and stops serving what CustomResourceDefinitions say', async () => {
    await client.create(thing('a'));
    const stream = await client.watch(
      `/apis/example.org/v1/things?watch=true&timeoutSeconds=60`,
    );
    expect((await stream.next()).value).toMatchObject({ type: 'ADDED' });
    const crd = (await client.get(`${crds}/things.example.org`)).body;
    await client.send('DELETE', `${crds}/things.example.org`);
    expect((await stream.next()).value).toMatchObject({ type: 'DELETED' });
    expect((await stream.next()).done).toBe(true);
    expect((await client.get('/apis/example.org/v1')).status).toBe(404);
    expect((await client.get(thingsPath)).text).toBe('404 page not found\n');

    const { apiVersion, kind, spec } = crd;
    const metadata = { name: 'things.example.org' };
    const again = await client.create(
      { apiVersion, kind, metadata, spec },
      crds,
    );
    expect(again.status).toBe(201);
    expect(again.body.status.acceptedNames.kind).toBe('Thing');
    expect((await client.get(thingsPath)).body.items).toEqual([]);
    expect(
      fleet.cluster('hub').objects.resources.find('example.org', 'things'),
    ).toMatchObject({ versions: things.versions, namespaced: true });
  });
});
