import { writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { readFleetConfig } from './config/readFleetConfig';
import { createClusterInventory } from './createClusterInventory';

const pem = '-----BEGIN CERTIFICATE-----\nQQ==\n-----END CERTIFICATE-----\n';

async function create(data: JsonObject) {
  const config = new ConfigReader(data);
  const { inventory, signIns } = createClusterInventory({
    ...readFleetConfig(config, { engines: [] }),
    config,
    logger: mockServices.logger.mock(),
    catalog: catalogServiceMock(),
    auth: mockServices.auth(),
    sources: [],
    signIns: [],
  });
  await inventory.refresh();
  return { ...inventory.current(), inventory, signIns };
}

describe('createClusterInventory', () => {
  const directory = createMockDirectory();

  it('reads the Kubernetes plugin’s config and the fleet’s own', async () => {
    writeFileSync(directory.resolve('ca.pem'), pem);
    writeFileSync(directory.resolve('token'), 'from-file\n');
    const { clusters, problems, complete, inventory, signIns } = await create({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'plugin',
                url: 'https://plugin.example.org',
                authProvider: 'aws',
                assumeRole: 'arn:aws:iam::1:role/reader',
                authMetadata: { 'kubernetes.io/x-k8s-aws-id': 'eks-plugin' },
                skipTLSVerify: true,
                dashboardUrl: 'https://dashboard.example.org',
                customResources: [],
              },
            ],
          },
          { type: 'config', clusters: [{ name: 'second', url: 'https://2' }] },
          { type: 'localKubectlProxy' },
          { type: 'catalog' },
        ],
      },
      fleet: {
        clusters: {
          static: [
            {
              name: 'own',
              url: 'https://own.example.org',
              labels: { environment: 'production' },
              serviceAccountTokenFile: directory.resolve('token'),
              caFile: directory.resolve('ca.pem'),
              owner: 'sre',
              links: [{ title: 'Console', url: 'https://console' }],
            },
            { name: 'no-url' },
            { name: 'typo', url: 'https://typo', caData: 'xx', colour: 'red' },
          ],
          kubeconfig: [
            `${directory.resolve('a')}${delimiter}${directory.resolve('b')}`,
          ],
          catalog: { allowedHosts: ['*'] },
          hub: { cluster: 'own' },
        },
      },
    });
    expect(clusters.map(({ name }) => name)).toEqual([
      'own',
      'typo',
      'plugin',
      'second',
      'local',
    ]);
    expect(inventory.get('own')).toMatchObject({
      hub: true,
      ownerRef: 'group:default/sre',
      source: 'fleet.clusters.static[0]',
      tls: { ca: pem },
    });
    expect(inventory.get('plugin')).toMatchObject({
      source: 'kubernetes.clusterLocatorMethods[0].clusters[0]',
      signIn: {
        provider: 'aws',
        parameters: {
          assumeRole: 'arn:aws:iam::1:role/reader',
          clusterId: 'eks-plugin',
        },
      },
      tls: { skipVerify: true },
      links: [{ title: 'Dashboard', url: 'https://dashboard.example.org' }],
    });
    expect(problems.map(({ key }) => key)).toEqual([
      'kubernetes.clusterLocatorMethods[3]',
      'fleet.clusters.catalog',
      'fleet.clusters.static[1].url',
      'fleet.clusters.static[2].colour',
      'fleet.clusters.static[2].caData',
      `kubeconfig ${directory.resolve('a')}`,
      `kubeconfig ${directory.resolve('b')}`,
    ]);
    expect(complete).toBe(false);

    const { signal } = new AbortController();
    const tokenOf = async (name: string) =>
      signIns.get(clusters.find(cluster => cluster.name === name)!, { signal });
    await expect(tokenOf('own')).resolves.toMatchObject({ token: 'from-file' });
    await expect(tokenOf('local')).resolves.toEqual({});
    await expect(tokenOf('second')).rejects.toMatchObject({
      outcome: 'not-signed-in',
      message: expect.stringContaining('set serviceAccountToken'),
    });
  });

  it('has no clusters where none are configured', async () => {
    const { clusters, problems, complete } = await create({});
    expect({ clusters, problems, complete }).toEqual({
      clusters: [],
      problems: [],
      complete: true,
    });
  });
});
