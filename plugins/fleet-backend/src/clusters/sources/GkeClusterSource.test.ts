import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GkeClusterSource } from './GkeClusterSource';

const pem = '-----BEGIN CERTIFICATE-----\nQQ==\n-----END CERTIFICATE-----\n';

const spoke = {
  name: 'spoke',
  endpoint: '192.0.2.1',
  location: 'europe-west1-b',
  resourceLabels: { team: 'pay', environment: 'prod' },
  masterAuth: { clusterCaCertificate: Buffer.from(pem).toString('base64') },
  controlPlaneEndpointsConfig: {
    dnsEndpointConfig: { endpoint: 'gke-1.europe-west1.gke.goog' },
  },
};

describe('GkeClusterSource', () => {
  const requests: string[] = [];
  let answer: { status: number; body: object };
  let server: Server;
  let apiUrl: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(`${request.url} ${request.headers.authorization}`);
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  function source(method: object) {
    return new GkeClusterSource({
      key: 'kubernetes.clusterLocatorMethods[1]',
      method,
      getAccessToken: async () => 'access',
      apiUrl,
    });
  }

  it('lists the clusters of a project', async () => {
    answer = {
      status: 200,
      body: {
        clusters: [
          spoke,
          { ...spoke, name: 'other', resourceLabels: {} },
          { ...spoke, name: 'being-made', endpoint: undefined },
        ],
      },
    };
    const result = await source({
      projectId: 'my/project',
      matchingResourceLabels: [{ key: 'team', value: 'pay' }],
      exposeDashboard: true,
    }).list();
    expect(requests).toEqual([
      '/v1/projects/my%2Fproject/locations/-/clusters Bearer access',
    ]);
    expect(result).toMatchObject({ problems: [], complete: true });
    expect(result.clusters).toEqual([
      {
        name: 'spoke',
        url: 'https://192.0.2.1',
        labels: {
          provider: 'gcp',
          region: 'europe-west1',
          team: 'pay',
          environment: 'prod',
        },
        source: 'kubernetes.clusterLocatorMethods[1]',
        signIn: { provider: 'googleServiceAccount' },
        tls: { ca: pem, skipVerify: false },
        links: [
          {
            title: 'Google Cloud console',
            url: 'https://console.cloud.google.com/kubernetes/clusters/details/europe-west1-b/spoke/details?project=my%2Fproject',
          },
        ],
      },
    ]);
  });

  it('leaves out a cluster whose authority is broken, and that alone', async () => {
    const broken = {
      ...spoke,
      name: 'broken',
      masterAuth: { clusterCaCertificate: 'QQ==' },
    };
    answer = { status: 200, body: { clusters: [broken, spoke] } };
    await expect(source({ projectId: 'p' }).list()).resolves.toMatchObject({
      clusters: [{ name: 'spoke' }],
      problems: [
        {
          key: 'kubernetes.clusterLocatorMethods[1], cluster broken',
          message: 'is neither a PEM certificate nor base64 of one',
        },
      ],
      complete: false,
    });
  });

  it('uses the DNS endpoint where told to, and says when a zone is missing', async () => {
    answer = {
      status: 200,
      body: { clusters: [spoke], missingZones: ['europe-west1-c'] },
    };
    const result = await source({
      projectId: 'p',
      endpointType: 'dns',
      authProvider: 'google',
    }).list();
    expect(result.clusters[0]).toMatchObject({
      url: 'https://gke-1.europe-west1.gke.goog',
      signIn: { provider: 'google' },
      tls: { ca: undefined },
    });
    expect(result.complete).toBe(false);
    expect(result.problems[0].message).toContain('europe-west1-c');
  });

  it('fails as a whole where Google refuses, and without a project', async () => {
    answer = { status: 403, body: {} };
    await expect(source({ projectId: 'p' }).list()).rejects.toThrow('403');
    await expect(source({}).list()).resolves.toMatchObject({
      clusters: [],
      complete: false,
      problems: [{ key: 'kubernetes.clusterLocatorMethods[1].projectId' }],
    });
  });
});
