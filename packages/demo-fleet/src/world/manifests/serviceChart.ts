import { KubernetesObject } from '../../types';
import { Component, WorkloadTemplate } from '../components';
import { HelmRelease } from '../status/helmReleaseStatus';
import { podTemplate, selectorOf } from './podTemplate';
import { mark } from './render';

/** What the chart of services takes. */
interface Values {
  image?: { repository?: string; tag?: string };
  replicaCount?: number;
  podLabels?: Record<string, string>;
  resources?: { cpu?: string; memory?: string };
}

/** What any chart of the fleet's repository makes of a release's values: the one for services. */
export function serviceChart(release: HelmRelease): KubernetesObject[] {
  const { name, namespace } = release.metadata;
  const values = (release.spec.values ?? {}) as Values;
  const { image = {}, podLabels = {}, resources = {} } = values;
  const workload: WorkloadTemplate = {
    kind: 'Deployment',
    name,
    image: image.repository ?? `registry.example.org/${name}`,
    replicas: values.replicaCount ?? 1,
    cpu: resources.cpu ?? '100m',
    memory: resources.memory ?? '128Mi',
  };
  const component: Pick<Component, 'name' | 'system'> = {
    name: podLabels['backstage.io/kubernetes-id'] ?? name,
    system: podLabels['app.kubernetes.io/part-of'] ?? namespace!,
  };
  const template = podTemplate(component, workload, image.tag ?? 'latest');
  const metadata = { name, namespace, labels: template.metadata.labels };
  const objects: KubernetesObject[] = [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        selector: selectorOf(workload),
        ports: [
          { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
        ],
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: workload.replicas,
        revisionHistoryLimit: 5,
        selector: { matchLabels: selectorOf(workload) },
        template,
      },
    },
  ];
  return objects.map(object =>
    mark(object, { kind: 'HelmRelease', name, namespace: namespace! }),
  );
}
