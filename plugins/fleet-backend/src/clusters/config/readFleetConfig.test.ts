import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readFleetConfig } from './readFleetConfig';

function read(fleet?: JsonObject) {
  return readFleetConfig(new ConfigReader(fleet ? { fleet } : {}), {
    engines: ['kubernetes', 'flux', 'argocd', 'carvel'],
  });
}

describe('readFleetConfig', () => {
  it('needs no config', () => {
    const { fleet, problems } = read();
    expect(problems).toEqual([]);
    expect(fleet.polling).toEqual({
      intervalMs: 30_000,
      timeoutMs: 10_000,
      concurrency: 50,
      streams: 5000,
      relists: 10,
    });
    expect(
      fleet.environments.map(({ name, directory }) => `${name} ${directory}`),
    ).toEqual(['development dev', 'staging stg', 'production prod']);
    expect(fleet.clusters.kubernetes).toBe(true);
  });

  it('reads what can be claimed', () => {
    const { fleet, problems } = read({
      claims: {
        clusterKinds: [
          {
            group: 'example.org',
            kind: 'Cluster',
            fields: { version: 'spec.version' },
          },
          { group: 'example.org', kind: 'Old', fields: { region: 'spec..x' } },
        ],
        offers: {
          versions: [
            '1.34',
            { version: '1.35', endOfLife: '2027-02-28' },
            1.3,
            { version: '1.36', endOfLife: 'soon' },
          ],
          regions: ['eu-west-1', { name: 'westeurope', provider: 'azure' }],
          instanceTypes: [{ name: 'm6i.large', cpu: 2, memoryGib: 8 }],
        },
        bootstrap: [
          { title: 'Platform', applications: ['flux-system/platform', 'x'] },
        ],
      },
    });
    expect(fleet.claims.clusterKinds.map(({ fields }) => fields)).toEqual([
      expect.objectContaining({
        cluster: 'metadata.name',
        version: 'spec.version',
      }),
      expect.objectContaining({ region: 'spec.region' }),
    ]);
    expect(fleet.claims.offers).toEqual({
      versions: [
        { version: '1.34' },
        { version: '1.35', endOfLife: '2027-02-28' },
        { version: '1.36' },
      ],
      providers: [],
      regions: [
        { name: 'eu-west-1' },
        { name: 'westeurope', provider: 'azure' },
      ],
      instanceTypes: [{ name: 'm6i.large', cpu: 2, memoryGib: 8 }],
      addons: [],
    });
    expect(fleet.claims.bootstrap).toEqual([
      {
        title: 'Platform',
        engines: [],
        applications: ['flux-system/platform'],
        policies: [],
      },
    ]);
    expect(problems.map(({ key }) => key)).toEqual([
      'fleet.claims.clusterKinds[1].fields.region',
      'fleet.claims.offers.versions[2]',
      'fleet.claims.offers.versions[3].endOfLife',
      'fleet.claims.bootstrap[0].applications[1]',
    ]);
  });

  it('reads every key', () => {
    const { fleet, problems } = read({
      clusters: {
        kubernetes: false,
        kubeconfig: [
          '~/.kube/config',
          { path: 'b', contexts: ['x'], labels: { environment: 'prod' } },
        ],
        static: [{ name: 'a' }],
        catalog: { allowedHosts: ['*.example.org'], allowedOrigins: ['url:x'] },
        hub: { cluster: 'hub', clusterProfile: true },
      },
      environments: [
        {
          name: 'qa',
          directory: 'quality',
          matchLabels: { stage: ['qa', 'test'], tier: 'low' },
          matchNames: ['qa-*'],
        },
      ],
      polling: {
        interval: { minutes: 1 },
        timeout: 'PT5S',
        concurrency: 10,
        streams: 0,
        relists: 3,
      },
      engines: { kyverno: false, carvel: true },
      ownership: {
        labels: ['app.kubernetes.io/part-of', { key: 'team', kind: 'Group' }],
        annotations: ['example.org/entity'],
        namespaces: { 'team-pay-*': 'group:default/pay' },
        projects: { pay: 'pay' },
      },
      links: { argocd: 'https://{cluster}.example.org/{namespace}/{name}' },
      drift: { retention: { days: 90 } },
      promotion: { pipelines: [] },
      git: { repositories: [] },
    });
    expect(problems).toEqual([]);
    expect(fleet.clusters.kubeconfig).toEqual([
      { path: '~/.kube/config' },
      { path: 'b', contexts: ['x'], labels: { environment: 'prod' } },
    ]);
    expect(fleet.environments[0]).toMatchObject({
      name: 'qa',
      directory: 'quality',
      matchLabels: { stage: ['qa', 'test'], tier: ['low'] },
    });
    expect(fleet.polling).toMatchObject({
      intervalMs: 60_000,
      timeoutMs: 5000,
    });
    expect(fleet.ownership).toEqual({
      labels: [
        {
          key: 'app.kubernetes.io/part-of',
          kind: 'component',
          namespace: 'default',
        },
        { key: 'team', kind: 'Group', namespace: 'default' },
      ],
      annotations: [
        { key: 'example.org/entity', kind: 'component', namespace: 'default' },
      ],
      namespaces: [{ pattern: 'team-pay-*', entityRef: 'group:default/pay' }],
      projects: [{ pattern: 'pay', entityRef: 'group:default/pay' }],
    });
  });

  it('names each wrong key, keeps its default and reads the rest', () => {
    const { fleet, problems } = read({
      cluster: {},
      clusters: {
        kubernetes: 'yes',
        kubeconfig: [{ pth: 'x' }, 'good'],
        hub: 'hub',
      },
      environments: [{ directory: 'x' }, { name: 'live', matchNames: 'l-*' }],
      polling: { interval: 'soon', timeout: '5s', concurency: 3, streams: -1 },
      engines: { kyvern: false, argocd: 'off', flux: false },
      ownership: { namespaces: { a: 'group:', b: 'group:default/b' } },
      links: { argocd: 'argocd/{name}', logs: 'https://logs/{name}' },
    });
    expect(
      problems.map(({ key, message }) => `${key}: ${message}`).sort(),
    ).toEqual([
      'fleet.cluster: is not a known key; did you mean clusters?',
      'fleet.clusters.hub: has to be a map',
      'fleet.clusters.kubeconfig[0]: is neither the path of a kubeconfig file nor { path, contexts, labels }',
      'fleet.clusters.kubernetes: has to be true or false',
      'fleet.engines.argocd: has to be true or false',
      'fleet.engines.kyvern: there is no such engine; did you mean kyverno?',
      'fleet.environments[0].name: is missing; set it to a text',
      'fleet.environments[1].matchNames: has to be a list',
      "fleet.links.argocd: 'argocd/{name}' is not a template of a URL, such as https://argocd.example.org/applications/{namespace}/{name}",
      "fleet.ownership.namespaces.a: 'group:' is not an entity ref; write one as group:default/pay",
      'fleet.polling.concurency: is not a known key; did you mean concurrency?',
      "fleet.polling.interval: is not a duration above zero; write { seconds: 30 }, '30s' or 'PT30S'",
      'fleet.polling.streams: has to be at least 0',
    ]);
    expect(fleet.clusters).toMatchObject({
      kubernetes: true,
      kubeconfig: [{ path: 'good' }],
      hub: {},
    });
    expect(fleet.environments).toEqual([
      expect.objectContaining({ name: 'live', matchNames: ['live', 'live-*'] }),
    ]);
    expect(fleet.polling).toMatchObject({
      intervalMs: 30_000,
      timeoutMs: 5000,
      streams: 5000,
    });
    expect(fleet.engines).toEqual({ kyvern: false, flux: false });
    expect(fleet.ownership.namespaces).toEqual([
      { pattern: 'b', entityRef: 'group:default/b' },
    ]);
    expect(fleet.links).toEqual({ logs: 'https://logs/{name}' });
  });

  it('names what is wrong with a baseline, and demands the rest', () => {
    const { fleet, problems } = read({
      policy: {
        baselines: [
          { environments: ['production', 'prodd'], policies: ['a'] },
          { controls: ['privileged-container', 'host-path'], mode: 'audit' },
          { controls: ['host-path'], mode: 'deny' },
          { environments: ['staging'] },
          { bundle: { repository: 'policies', path: 'x' } },
          { bundle: { repository: 'https://github.com/acme/policies' } },
        ],
      },
    });
    expect(
      problems.map(({ key, message }) => `${key}: ${message}`).sort(),
    ).toEqual([
      "fleet.policy.baselines[0].environments: there is no environment 'prodd'; fleet.environments has development, staging, production",
      "fleet.policy.baselines[1].controls[0]: there is no control 'privileged-container'; did you mean privileged-containers?",
      expect.stringMatching(/^fleet.policy.baselines\[2\].mode: /),
      'fleet.policy.baselines[3]: names neither policies nor controls nor a bundle, so it demands nothing',
      "fleet.policy.baselines[4].bundle.repository: 'policies' is not a URL that begins with https:// or http://",
      'fleet.policy.baselines[4]: names neither policies nor controls nor a bundle, so it demands nothing',
    ]);
    expect(fleet.policy.baselines).toMatchObject([
      { policies: ['a'], mode: 'enforce' },
      { controls: ['host-path'], mode: 'audit' },
      { controls: ['host-path'], mode: 'enforce' },
      { bundle: { path: '', ref: 'HEAD' } },
    ]);
  });

  it('takes no secret for two clusters', () => {
    const secret = 'a-secret-that-is-long-enough';
    const { fleet, problems } = read({
      webhooks: {
        flux: [
          { cluster: 'prod-1', secret },
          { cluster: 'prod-1', secret },
          { cluster: 'prod-2', secret },
          { cluster: 'prod-3', secret: 'another-one-that-is-long' },
        ],
      },
    });
    expect(fleet.webhooks.flux.map(({ cluster }) => cluster)).toEqual([
      'prod-1',
      'prod-1',
      'prod-3',
    ]);
    expect(problems).toEqual([
      {
        key: 'fleet.webhooks.flux[2].secret',
        message: expect.stringContaining('is also that of prod-1'),
      },
    ]);
  });

  it.each([[[]], ['on'], [3]])('falls back to all defaults on %j', value => {
    const { fleet, problems } = readFleetConfig(
      new ConfigReader({ fleet: value }),
      { engines: [] },
    );
    expect(problems).toEqual([{ key: 'fleet', message: 'has to be a map' }]);
    expect(fleet).toEqual(read().fleet);
  });
});
