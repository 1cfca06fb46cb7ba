import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogClusterSource } from './CatalogClusterSource';

function resource(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      labels: { environment: 'staging' },
      annotations: {
        'backstage.io/managed-by-origin-location':
          'url:https://github.com/acme/clusters/blob/main/all.yaml',
        'kubernetes.io/api-server': `https://${name}.k8s.example.org`,
        'kubernetes.io/auth-provider': 'aws',
        ...annotations,
      },
    },
    spec: { type: 'kubernetes-cluster' },
  };
}

describe('CatalogClusterSource', () => {
  it('takes what is allowed and steers no credential elsewhere', async () => {
    const origin = 'backstage.io/managed-by-origin-location';
    const server = 'kubernetes.io/api-server';
    const entities = [
      resource('good', {
        'kubernetes.io/aws-assume-role': 'arn:aws:iam::1:role/admin',
        'kubernetes.io/skip-tls-verify': 'true',
      }),
      resource('ours', { 'fleetcommander.io/cluster': 'ours' }),
      resource('stranger', {
        [origin]: 'url:https://github.com/acme/clusters-evil/a.yaml',
      }),
      resource('climber', {
        [origin]: 'url:https://github.com/acme/clusters/../evil/a.yaml',
      }),
      resource('elsewhere', { [server]: 'https://k8s.example.org.evil.io' }),
      resource('plain', { [server]: 'http://plain.k8s.example.org' }),
      resource('token', { 'kubernetes.io/auth-provider': 'serviceAccount' }),
      resource('no-server', { [server]: '' }),
      { ...resource('not-a-cluster'), spec: { type: 'database' } },
    ];
    const source = new CatalogClusterSource({
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      allowedHosts: ['*.k8s.example.org'],
      allowedOrigins: ['url:https://github.com/acme/clusters'],
    });
    const { clusters, problems, complete } = await source.list();
    expect(clusters).toEqual([
      {
        name: 'good',
        title: undefined,
        url: 'https://good.k8s.example.org/',
        labels: { environment: 'staging' },
        ownerRef: undefined,
        source: 'fleet.clusters.catalog',
        signIn: { provider: 'aws' },
        tls: { ca: undefined },
      },
    ]);
    expect(
      Object.fromEntries(problems.map(({ key, message }) => [key, message])),
    ).toEqual({
      'resource:default/stranger': expect.stringContaining('allowedOrigins'),
      'resource:default/climber': expect.stringContaining('allowedOrigins'),
      'resource:default/elsewhere': expect.stringContaining('allowedHosts'),
      'resource:default/plain': expect.stringContaining('https://'),
      'resource:default/token': expect.stringContaining(
        'fleet.clusters.static',
      ),
      'resource:default/no-server': expect.stringContaining('is not a URL'),
    });
    expect(complete).toBe(true);
  });

  it('does not take for gone what it cannot read, and goes on with the others', async () => {
    const source = new CatalogClusterSource({
      catalog: catalogServiceMock({
        entities: [
          resource('broken', {
            'kubernetes.io/api-server-certificate-authority': 'QQ==',
          }),
          resource('good'),
        ],
      }),
      auth: mockServices.auth(),
      allowedHosts: ['*.k8s.example.org'],
      allowedOrigins: ['url:https://github.com/acme/clusters'],
    });
    await expect(source.list()).resolves.toMatchObject({
      clusters: [{ name: 'good' }],
      problems: [
        {
          key: 'resource:default/broken',
          message:
            'its annotation kubernetes.io/api-server-certificate-authority is neither a PEM certificate nor base64 of one',
        },
      ],
      complete: false,
    });
  });
});
