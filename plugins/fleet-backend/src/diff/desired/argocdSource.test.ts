import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applicationOf } from '../../commands/__testUtils__/applicationOf';
import { argocdSource } from './argocdSource';
import type { Wanted } from './Desired';

const target = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'api', namespace: 'pay' },
  spec: { replicas: 3 },
};

const wanted: Wanted = {
  application: applicationOf({
    engine: 'argocd',
    kind: 'Application',
    cluster: 'hub',
    namespace: 'argocd',
    name: 'api prod',
    project: 'pay',
    revision: 'abc',
  }),
  group: 'apps',
  version: 'v1',
  plural: 'deployments',
  kind: 'Deployment',
  namespace: 'pay',
  name: 'api',
};

describe('argocdSource', () => {
  let server: Server;
  let url: string;
  let status = 200;
  let body = '';
  const asked: [path: string, token?: string][] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push([request.url!, request.headers.authorization]);
      response.writeHead(status, { location: '/elsewhere' });
      response.end(body);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/argo/`;
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  function find(changed: Partial<Wanted> = {}, at = url) {
    const instance = { cluster: 'hub', token: 'sesame', skipTLSVerify: false };
    return argocdSource([{ ...instance, url: at }]).find({
      ...wanted,
      ...changed,
    });
  }

  const items = (targetState: string) =>
    JSON.stringify({
      items: [
        { group: 'apps', kind: 'Deployment', namespace: 'pay', name: 'other' },
        {
          group: 'apps',
          kind: 'Deployment',
          namespace: 'pay',
          name: 'api',
          targetState,
        },
      ],
    });

  it('knows what Argo CD has rendered', async () => {
    body = items(JSON.stringify(target));
    expect(await find()).toMatchObject({ object: target, revision: 'abc' });
    expect(asked.at(-1)).toEqual([
      '/argo/api/v1/applications/api%20prod/managed-resources?appNamespace=argocd&project=pay&group=apps&kind=Deployment&namespace=pay',
      'Bearer sesame',
    ]);
  });

  it.each([
    [200, items('null'), /^Git no longer has it/],
    [200, '{"items":null}', /^Argo CD does not compare it/],
    [200, '<html>', /did not answer in JSON/],
    [401, '', /does not accept the token of fleet\.argocd for cluster hub/],
    [403, '', /grant it "applications, get"/],
    [404, '', /does not know the Application/],
    [302, '', /answered 302/],
  ])('says why it does not know: %s %s', async (code, text, reason) => {
    [status, body] = [code, text];
    asked.length = 0;
    expect(await find()).toEqual({ unknown: expect.stringMatching(reason) });
    expect(asked).toHaveLength(1);
    status = 200;
  });

  it('does not take the asterisks that Argo CD puts in a Secret for what it should hold', async () => {
    asked.length = 0;
    expect(
      await find({ group: '', plural: 'secrets', kind: 'Secret' }),
    ).toEqual({ unknown: expect.stringContaining('Secret') });
    expect(asked).toEqual([]);
  });

  it('tells an Argo CD that is away, one that is not configured, and another engine apart', async () => {
    expect(await find({}, 'http://127.0.0.1:1')).toEqual({
      unknown: 'Argo CD at 127.0.0.1:1 could not be reached: ECONNREFUSED',
    });
    expect(
      await find({
        application: applicationOf({ kind: 'Application', cluster: 'one' }),
      }),
    ).toEqual({ unknown: expect.stringMatching(/on cluster one is not conf/) });
    expect(
      await find({ application: applicationOf({ kind: 'Kustomization' }) }),
    ).toEqual({ unknown: 'it is not Argo CD that deploys it' });
  });
});
