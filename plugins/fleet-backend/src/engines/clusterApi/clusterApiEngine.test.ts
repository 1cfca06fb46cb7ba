import { join } from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

describe('clusterApiEngine', () => {
  const objects = projectFixture(join(__dirname, '__fixtures__/clusters.yaml'));
  const record = (name: string) => objects.get(name)![0];

  it('has Clusters as claims that name what providers have, with or without its version', () => {
    expect(record('edge')).toMatchObject({
      type: 'claim-node',
      claimType: 'cluster-api',
      role: 'claim',
      root: true,
      labels: { team: 'edge' },
      createdAt: '2026-11-20T10:00:00Z',
      children: [
        {
          apiVersion: 'infrastructure.cluster.x-k8s.io/',
          kind: 'MetalCluster',
          namespace: 'fleet-system',
          name: 'edge',
        },
        {
          apiVersion: 'controlplane.cluster.x-k8s.io/',
          kind: 'KubeadmControlPlane',
        },
      ],
    });
    expect(record('older')).toMatchObject({
      children: [
        {
          apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
          name: 'older',
        },
      ],
    });
  });

  it('tells a Cluster that is not there yet from one that is there no more', () => {
    const said = ['edge', 'older', 'rolling', 'broken', 'halted'].map(name => {
      const { state, summary } = record(name);
      return `${name}: ${state}, ${summary}`;
    });
    expect(said).toEqual([
      'edge: failing, not available: * RemoteConnectionProbe: Remote connection probe failed',
      'older: progressing, is not ready yet: waits for the load balancer',
      'rolling: progressing, is rolling out',
      'broken: failing, failed: no quota left',
      'halted: suspended, is paused',
    ]);
    expect(record('broken')).toMatchObject({ reason: 'CreateError' });
  });

  it('has the rest as what belongs to them, by what controls it or the Cluster that owns it', () => {
    expect(record('edge-control-plane')).toMatchObject({
      role: 'composite',
      root: false,
      parent: { kind: 'Cluster', namespace: 'fleet-system', name: 'edge' },
      controlPlane: true,
      clusterVersion: 'v1.35.1',
      state: 'healthy',
      readyAt: '2026-11-20T10:20:00Z',
    });
    expect(record('edge-workers')).toMatchObject({
      parent: { kind: 'Cluster', name: 'edge' },
      state: 'progressing',
      summary: 'its latest spec is not acted on yet',
    });
    expect(record('edge-machine')).toMatchObject({
      role: 'managed',
      parent: { kind: 'Machine', name: 'edge-1' },
      state: 'healthy',
    });
    expect(objects.get('edge-template')).toEqual([]);
  });
});
