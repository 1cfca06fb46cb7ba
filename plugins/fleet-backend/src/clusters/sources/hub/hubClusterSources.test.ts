import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { DefaultClusterConnections } from '../../../kubernetes/DefaultClusterConnections';
import { readFleetConfig } from '../../config/readFleetConfig';
import { createClusterInventory } from '../../createClusterInventory';
import { hubClusterSources } from './hubClusterSources';

const pem = '-----BEGIN CERTIFICATE-----\nQQ==\n-----END CERTIFICATE-----\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const ca = base64(pem);

/** A kubeconfig as Cluster API and Crossplane write them. */
function kubeconfig(server: string, user: object) {
  return base64(
    stringify({
      'current-context': 'admin',
      contexts: [{ name: 'admin', context: { cluster: 'it', user: 'admin' } }],
      clusters: [
        { name: 'it', cluster: { server, 'certificate-authority-data': ca } },
      ],
      users: [{ name: 'admin', user }],
    }),
  );
}

const secrets = '/api/v1/secrets';
const allowedHosts = ['edge', 'safe', 'unverified', '*.example.org'];

describe('hubClusterSources', () => {
  let answers: Record<string, unknown>;
  const asked: string[] = [];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { pathname, search } = new URL(request.url!, 'http://hub');
      asked.push(pathname + decodeURIComponent(search));
      const given = answers[pathname];
      const answer = typeof given === 'function' ? await given() : given;
      const status = typeof answer === 'number' ? answer : 200;
      response
        .writeHead(answer === undefined ? 404 : status, {
          'content-type': 'application/json',
        })
        .end(JSON.stringify(status === 200 ? answer ?? {} : {}));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  beforeEach(() => {
    answers = {};
    asked.length = 0;
  });

  function create(hub: JsonObject, fleet: JsonObject = {}) {
    const config = new ConfigReader({
      fleet: {
        ...fleet,
        clusters: {
          static: [{ name: 'hub', url, serviceAccountToken: 'sesame' }],
          kubernetes: false,
          hub: { cluster: 'hub', allowedHosts, ...hub },
        },
      },
    });
    const read = readFleetConfig(config, { engines: [] });
    const { inventory, signIns } = createClusterInventory({
      ...read,
      config,
      logger: mockServices.logger.mock(),
      catalog: catalogServiceMock(),
      auth: mockServices.auth(),
      sources: [],
      signIns: [],
    });
    const connections = DefaultClusterConnections.create({
      inventory,
      signIns,
      timeoutMs: 2_000,
    });
    inventory.askOnHubs(
      hubClusterSources(read.fleet, { inventory, connections }),
    );
    async function list() {
      await inventory.refresh();
      const { clusters, problems, complete } = inventory.current();
      connections.closeAll();
      return {
        complete,
        problems,
        clusters: clusters.filter(({ name }) => name !== 'hub'),
      };
    }
    const signIn = (name: string) =>
      signIns.get(inventory.get(name)!, { signal: AbortSignal.timeout(1_000) });
    return { list, signIn };
  }

  function serve(
    group: string,
    version: string,
    plural: string,
    items: object[],
  ) {
    answers[`/apis/${group}`] = { preferredVersion: { version } };
    answers[`/apis/${group}/${version}/${plural}`] = { metadata: {}, items };
  }

  it('reads ClusterProfiles under either name of what gives access, and says what to set to sign in', async () => {
    const access = { server: 'https://edge', 'certificate-authority-data': ca };
    serve('multicluster.x-k8s.io', 'v1alpha1', 'clusterprofiles', [
      {
        metadata: {
          name: 'edge',
          namespace: 'fleet',
          labels: { environment: 'staging', 'fleetcommander.io/hub': 'true' },
        },
        spec: { displayName: 'The edge' },
        status: {
          properties: [{ name: 'region', value: 'eu-central-1' }],
          accessProviders: [{ name: 'none' }, { name: 'one', cluster: access }],
        },
      },
      {
        metadata: { name: 'older', namespace: 'fleet' },
        status: {
          credentialProviders: [
            { cluster: { ...access, server: 'https://older' } },
          ],
        },
      },
      { metadata: { name: 'being-made', namespace: 'fleet' } },
      {
        metadata: { name: 'broken', namespace: 'fleet' },
        status: {
          accessProviders: [
            { cluster: { ...access, 'certificate-authority-data': 'xx' } },
          ],
        },
      },
    ]);
    const { list, signIn } = create({ clusterProfile: true });
    const { clusters, problems, complete } = await list();
    expect(clusters).toMatchObject([
      {
        name: 'edge',
        title: 'The edge',
        url: 'https://edge',
        labels: { environment: 'staging', region: 'eu-central-1' },
        hub: false,
        source: 'fleet.clusters.hub.clusterProfile, ClusterProfile fleet/edge',
        tls: { ca: pem },
      },
      { name: 'older', url: 'https://older' },
    ]);
    expect(problems).toEqual([
      {
        key: 'fleet.clusters.hub.clusterProfile, ClusterProfile fleet/broken',
        message: 'is neither a PEM certificate nor base64 of one',
      },
    ]);
    expect(complete).toBe(false);
    await expect(signIn('edge')).rejects.toThrow(
      'set fleet.clusters.hub.clusterProfile.authProvider, such as aws',
    );
  });

  it('never sends the token of our own pod to what a hub names, and others as config says', async () => {
    serve(
      'cluster.open-cluster-management.io',
      'v1',
      'managedclusters',
      ['edge', 'new', 'local'].map(name => ({
        metadata: {
          name,
          labels: name === 'local' ? { 'local-cluster': 'true' } : {},
        },
        spec: {
          hubAcceptsClient: name !== 'new',
          managedClusterClientConfigs: [
            { url: `https://${name}`, caBundle: ca },
          ],
        },
        status: {
          clusterClaims: [
            { name: 'platform.open-cluster-management.io', value: 'AWS' },
          ],
        },
      })),
    );
    const own = create({ managedCluster: { authProvider: 'serviceAccount' } });
    expect((await own.list()).clusters).toMatchObject([
      { name: 'edge', url: 'https://edge', labels: { provider: 'aws' } },
    ]);
    await expect(own.signIn('edge')).rejects.toThrow('nothing says how');

    const proxied = create({
      managedCluster: {
        clusterProxyUrl: 'https://proxy.example.org/',
        authMetadata: { serviceAccountToken: 'of-the-proxy' },
      },
    });
    expect((await proxied.list()).clusters).toMatchObject([
      { name: 'edge', url: 'https://proxy.example.org/edge' },
    ]);
    expect(await proxied.signIn('edge')).toEqual({ token: 'of-the-proxy' });
  });

  it('reads what Cluster API made, and of its kubeconfigs neither programs nor files', async () => {
    const endpoint = { host: '192.0.2.1', port: 6443 };
    serve(
      'cluster.x-k8s.io',
      'v1beta2',
      'clusters',
      ['edge', 'locked', 'program', 'being-made'].map(name => ({
        metadata: { name, namespace: 'fleet' },
        spec: name === 'being-made' ? {} : { controlPlaneEndpoint: endpoint },
      })),
    );
    const secret = (name: string) =>
      `/api/v1/namespaces/fleet/secrets/${name}-kubeconfig`;
    answers[secret('edge')] = {
      data: { value: kubeconfig('https://edge', { token: 'of-edge' }) },
    };
    answers[secret('locked')] = 403;
    answers[secret('program')] = {
      data: {
        value: kubeconfig('https://program', {
          exec: { apiVersion: 'v1', command: '/bin/hunter2' },
        }),
      },
    };
    const { list, signIn } = create({ clusterApi: true });
    const { clusters, problems } = await list();
    expect(clusters.map(({ name, url: at }) => [name, at])).toEqual([
      ['edge', 'https://edge'],
      ['locked', 'https://192.0.2.1:6443'],
    ]);
    expect(await signIn('edge')).toEqual({ token: 'of-edge' });
    await expect(signIn('locked')).rejects.toThrow(
      'let the service read the Secret fleet/locked-kubeconfig',
    );
    expect(problems).toEqual([
      {
        key: 'fleet.clusters.hub.clusterApi, Cluster fleet/program',
        message: expect.stringContaining('programs and files are not used'),
      },
    ]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it('asks for several Secrets at once', async () => {
    const names = ['first', 'second'];
    serve(
      'cluster.x-k8s.io',
      'v1beta2',
      'clusters',
      names.map(name => ({
        metadata: { name, namespace: 'fleet' },
        spec: { controlPlaneEndpoint: { host: '192.0.2.1', port: 6443 } },
      })),
    );
    const waiting: (() => void)[] = [];
    for (const name of names) {
      answers[`/api/v1/namespaces/fleet/secrets/${name}-kubeconfig`] =
        async () => {
          // None is answered before all are asked for.
          await new Promise<void>(resolve => {
            waiting.push(resolve);
            if (waiting.length === names.length) {
              waiting.forEach(answer => answer());
            }
          });
          const value = kubeconfig(`https://${name}`, { token: name });
          return { data: { value } };
        };
    }
    const { clusters, problems } = await create({ clusterApi: true }).list();
    expect(problems).toEqual([]);
    expect(clusters.map(({ name }) => name)).toEqual(names);
  });

  it('asks Argo CD, and leaves out the cluster on which it runs', async () => {
    answers['/argo/api/v1/clusters'] = {
      items: [
        { name: 'in-cluster', server: 'https://kubernetes.default.svc' },
        {
          name: 'edge',
          server: 'https://edge',
          labels: { environment: 'staging' },
          config: { awsAuthConfig: { clusterName: 'eks-edge' } },
        },
        { name: 'open', server: 'http://open' },
      ],
    };
    const instance = { cluster: 'hub', url: `${url}/argo`, token: 'sesame' };
    const { list } = create(
      { argocd: { authProvider: 'aws' } },
      { argocd: [instance] },
    );
    const { clusters, problems } = await list();
    expect(problems).toEqual([
      {
        key: 'fleet.clusters.hub.argocd, Argo CD of hub, cluster open',
        message: expect.stringContaining('our credentials are not sent there'),
      },
    ]);
    expect(clusters).toMatchObject([
      {
        name: 'edge',
        labels: { environment: 'staging' },
        signIn: { provider: 'aws', parameters: { clusterId: 'eks-edge' } },
      },
    ]);
    answers['/argo/api/v1/clusters'] = 403;
    expect(await list()).toMatchObject({
      complete: false,
      clusters: [{ name: 'edge' }],
      problems: [{ message: expect.stringContaining('"clusters, get"') }],
    });
  });

  it('reads Secrets only when told to, each sort by itself', async () => {
    const owner = {
      apiVersion: 'platform.example.org/v1alpha1',
      kind: 'KubernetesCluster',
      name: 'ordered',
      controller: true,
    };
    answers[secrets] = {
      metadata: {},
      items: [
        {
          metadata: {
            name: 'cluster-edge',
            namespace: 'argocd',
            labels: {
              'argocd.argoproj.io/secret-type': 'cluster',
              environment: 'staging',
            },
          },
          data: {
            name: base64('edge'),
            server: base64('https://edge'),
            config: base64(
              JSON.stringify({
                bearerToken: 'of-edge',
                tlsClientConfig: { caData: ca },
              }),
            ),
          },
        },
        {
          metadata: { name: 'broken', namespace: 'argocd' },
          data: { server: base64('https://x'), config: base64('hunter2') },
        },
      ],
    };
    const argocd = create({ argocdSecrets: true });
    const named = await argocd.list();
    expect(named.clusters).toMatchObject([
      { name: 'edge', url: 'https://edge', labels: { environment: 'staging' } },
    ]);
    expect(named.clusters[0].labels).toEqual({ environment: 'staging' });
    expect(await argocd.signIn('edge')).toEqual({ token: 'of-edge' });
    expect(named.problems).toEqual([
      {
        key: 'fleet.clusters.hub.argocdSecrets, Secret argocd/broken',
        message: 'its config is not JSON',
      },
    ]);
    expect(asked).toEqual([
      `${secrets}?labelSelector=argocd.argoproj.io/secret-type=cluster&limit=500`,
    ]);

    const data = { kubeconfig: kubeconfig('https://o', { token: 'of-o' }) };
    answers[secrets] = {
      metadata: {},
      items: [
        { metadata: { name: 'a', ownerReferences: [owner] }, data },
        // Of what the claim composes.
        {
          metadata: {
            name: 'b',
            ownerReferences: [{ ...owner, kind: 'XKubernetesCluster' }],
          },
          data,
        },
      ],
    };
    const { group, kind } = { group: 'platform.example.org', kind: owner.kind };
    const crossplane = create(
      { connectionSecrets: true },
      { claims: { clusterKinds: [{ group, kind }] } },
    );
    expect((await crossplane.list()).clusters).toMatchObject([
      { name: 'ordered', url: 'https://o' },
    ]);
    expect(await crossplane.signIn('ordered')).toEqual({ token: 'of-o' });
    expect(asked.at(-1)).toBe(
      `${secrets}?fieldSelector=type=connection.crossplane.io/v1alpha1&limit=500`,
    );

    asked.length = 0;
    await create({}).list();
    expect(asked).toEqual([]);
  });

  it('sends an AWS identity of ours to no server of a Secret that might be another', async () => {
    const secret = (name: string, at: string, insecure?: boolean) => ({
      metadata: { name, namespace: 'argocd' },
      data: {
        server: base64(at),
        config: base64(
          JSON.stringify({
            awsAuthConfig: { clusterName: name },
            tlsClientConfig: { insecure },
          }),
        ),
      },
    });
    answers[secrets] = {
      metadata: {},
      items: [
        secret('safe', 'https://safe'),
        secret('plain', 'http://plain'),
        secret('unverified', 'https://unverified', true),
        secret('elsewhere', 'https://example.org.evil.com'),
      ],
    };
    const { clusters, problems } = await create({ argocdSecrets: true }).list();
    expect(clusters.map(({ name }) => name)).toEqual(['safe']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('does not begin with https://'),
      expect.stringContaining('its certificate is not to be verified'),
      expect.stringContaining(
        'its host example.org.evil.com is not one of fleet.clusters.hub.allowedHosts',
      ),
    ]);
  });

  it('keeps what a hub had named while it is away, may not be read, or does not have the kind', async () => {
    serve('multicluster.x-k8s.io', 'v1alpha1', 'clusterprofiles', [
      {
        metadata: { name: 'edge', namespace: 'fleet' },
        status: { accessProviders: [{ cluster: { server: 'https://edge' } }] },
      },
    ]);
    const { list } = create({ clusterProfile: true });
    expect(await list()).toMatchObject({ complete: true, problems: [] });
    const list1 = '/apis/multicluster.x-k8s.io/v1alpha1/clusterprofiles';
    const listed = answers[list1];
    for (const [path, answer] of [
      [list1, 503],
      [list1, 403],
      ['/apis/multicluster.x-k8s.io', undefined],
    ] as const) {
      answers[path] = answer;
      expect(await list()).toMatchObject({
        complete: false,
        clusters: [{ name: 'edge' }],
        problems: [
          {
            key: 'fleet.clusters.hub.clusterProfile, hub hub',
            message: expect.stringMatching(/answered \d+|is not installed/),
          },
        ],
      });
      answers[list1] = listed;
    }
    serve('multicluster.x-k8s.io', 'v1alpha1', 'clusterprofiles', []);
    expect(await list()).toMatchObject({ complete: true, clusters: [] });
  });
});
