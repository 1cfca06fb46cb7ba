import type { DeploymentTarget } from '@fleetcommander/backstage-plugin-fleet-node';
import { ClusterDirectory } from './ClusterDirectory';
import { resolveTarget } from './resolveTarget';

const clusters = new ClusterDirectory([
  { name: 'hub', url: 'https://hub.example.org' },
  { name: 'prod-1', url: 'https://Prod-1.example.org:443/' },
  { name: 'prod-2', url: 'https://proxy.example.org/clusters/prod-2' },
  { name: 'twin-a', url: 'https://twins.example.org' },
  { name: 'twin-b', url: 'https://twins.example.org/' },
]);

describe('resolveTarget', () => {
  it.each<[DeploymentTarget, string]>([
    [{ type: 'own-cluster' }, 'hub'],
    [{ type: 'server', server: 'https://kubernetes.default.svc' }, 'hub'],
    [{ type: 'server', server: 'https://prod-1.example.org' }, 'prod-1'],
    [
      {
        type: 'server',
        server: 'https://proxy.example.org:443/clusters/prod-2/',
      },
      'prod-2',
    ],
    [{ type: 'name', name: 'prod-1' }, 'prod-1'],
    [{ type: 'name', name: 'in-cluster' }, 'hub'],
    [{ type: 'kubeconfig', secretName: 'prod-1-kubeconfig' }, 'prod-1'],
    [{ type: 'kubeconfig', secretName: 'prod-2' }, 'prod-2'],
  ])('finds the cluster that %j means', (target, cluster) => {
    expect(resolveTarget(target, 'hub', clusters)).toEqual({ cluster });
  });

  it.each<[DeploymentTarget, RegExp]>([
    [
      { type: 'server', server: 'https://gone.example.org' },
      /is at https:\/\/gone/,
    ],
    [{ type: 'server', server: 'not a url' }, /is at not a url/],
    [
      { type: 'server', server: 'https://twins.example.org' },
      /Several clusters .*twin-a, twin-b/,
    ],
    [{ type: 'name', name: 'gone' }, /called gone/],
    [{ type: 'kubeconfig', secretName: 'gone' }, /Secret gone/],
    [{ type: 'missing', message: 'it names no destination' }, /no destination/],
  ])('says why it cannot tell %j', (target, reason) => {
    expect(resolveTarget(target, 'hub', clusters)).toEqual({
      unknown: expect.stringMatching(reason),
    });
  });
});
