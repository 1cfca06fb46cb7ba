import {
  CoreV1Api,
  KubeConfig,
  VersionApi,
  Watch,
} from '@kubernetes/client-node';
import { createDemoFleet } from './createDemoFleet';
import type { DemoFleet } from './DemoFleet';

/** The client of the Kubernetes project itself, so that the demo fleet is not tested against our own idea of an API server alone. */
describe('the official client', () => {
  let fleet: DemoFleet;
  let config: KubeConfig;

  beforeAll(async () => {
    fleet = await createDemoFleet({
      spokes: 1,
      basePort: 0,
      still: true,
      tls: true,
    });
    await fleet.start();
    config = new KubeConfig();
    config.loadFromString(fleet.kubeconfig('admin'));
    config.setCurrentContext('dev-us-east-1');
  });

  afterAll(() => fleet.stop());

  it('signs in with the kubeconfig, and reads objects as its types have them', async () => {
    const version = await config.makeApiClient(VersionApi).getCode();
    expect(version.gitVersion).toMatch(/^v1\.\d+\.\d+$/);

    const core = config.makeApiClient(CoreV1Api);
    const { items } = await core.listNode();
    expect(items.length).toBeGreaterThan(0);
    for (const { metadata, status } of items) {
      expect(metadata?.creationTimestamp).toBeInstanceOf(Date);
      expect(status?.conditions?.map(({ type }) => type)).toContain('Ready');
    }
  });

  it('sees by its watch what it wrote', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const seen: string[] = [];
    const watch = new Watch(config);
    const request = await watch.watch(
      '/api/v1/namespaces/default/configmaps',
      {},
      (type, { metadata }) => seen.push(`${type} ${metadata.name}`),
      () => {},
    );
    await core.createNamespacedConfigMap({
      namespace: 'default',
      body: { metadata: { name: 'from-client' }, data: { a: '1' } },
    });
    await core.deleteNamespacedConfigMap({
      namespace: 'default',
      name: 'from-client',
    });
    while (!seen.includes('DELETED from-client')) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    expect(seen.filter(event => event.endsWith('from-client'))).toEqual([
      'ADDED from-client',
      'DELETED from-client',
    ]);
    request.abort();
  });
});
