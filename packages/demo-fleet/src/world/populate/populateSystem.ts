import { KubernetesObject } from '../../types';
import { Component } from '../components';
import { engineNamespaces } from '../manifests/namespaceManifests';
import { workloadManifest } from '../manifests/workloadManifest';
import { nodeMetrics, nodeObject } from '../nodes/nodeObjects';
import { before } from '../status/conditions';
import { settleWorkload } from '../workloads/settleWorkload';
import { Workload } from '../workloads/Workload';
import { putOld, recently, Site, writeStatus } from './Site';

const dns: Component = {
  name: 'coredns',
  team: 'team-sre',
  system: 'platform',
  namespace: 'kube-system',
  placements: [],
  versions: {},
  workloads: [
    {
      kind: 'Deployment',
      name: 'coredns',
      image: 'registry.k8s.io/coredns/coredns',
      replicas: 2,
      cpu: '100m',
      memory: '70Mi',
    },
  ],
};

/** What a cluster has before anything is delivered to it: nodes, the engines' namespaces, DNS. */
export function populateSystem(site: Site): void {
  const { cluster, plan, engines, nodes, random, fleet } = site;
  for (let index = 0; index < nodes; index++) {
    const { status, ...node } = nodeObject(
      plan,
      index,
      random,
      before(cluster.now(), random.between(86_400, 20 * 86_400)),
    );
    const live = putOld(site, node, 'cloud-controller-manager', 'Update');
    writeStatus(site, live, status as object, 'kubelet');
    cluster.put(nodeMetrics(live, random, cluster.now()), {
      manager: 'metrics-server',
    });
  }
  for (const namespace of engineNamespaces(engines)) {
    putOld(site, namespace, 'kubectl-create', 'Update');
  }
  const { metadata, ...rest } = workloadManifest(
    dns,
    dns.workloads[0],
    plan,
    'v1.12.1',
  );
  const manifest: KubernetesObject = {
    ...rest,
    metadata: {
      name: metadata.name,
      namespace: metadata.namespace,
      labels: { 'k8s-app': 'kube-dns' },
    },
  };
  const workload = putOld(site, manifest, 'kubeadm', 'Update') as Workload;
  settleWorkload(cluster, workload, fleet.registry, recently(site, 90 * 24));
}
