import { ClusterPlan, KubernetesObject } from '../../types';
import { Component } from '../components';
import { selectorOf } from './podTemplate';
import { workloadManifest } from './workloadManifest';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** Everything that Git describes for one component on one cluster. */
export function componentManifests(
  component: Component,
  plan: ClusterPlan,
  version: string,
): KubernetesObject[] {
  const metadata = (name: string) => ({
    name,
    namespace: component.namespace,
    labels: {
      'app.kubernetes.io/name': component.name,
      'app.kubernetes.io/part-of': component.system,
      'backstage.io/kubernetes-id': component.name,
    },
  });
  const [main] = component.workloads;
  const manifests: KubernetesObject[] = [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadata(component.name),
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata(`${component.name}-config`),
      data: {
        ENVIRONMENT: plan.environment,
        LOG_LEVEL: plan.environment === 'development' ? 'debug' : 'info',
        REGION: plan.region,
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(component.name),
      spec: {
        type: 'ClusterIP',
        selector: selectorOf(main),
        ports: [
          { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
        ],
      },
    },
    ...component.workloads.map(workload =>
      workloadManifest(component, workload, plan, version),
    ),
  ];
  if (component.secret) {
    manifests.push({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata(`${component.name}-credentials`),
      type: 'Opaque',
      data: Object.fromEntries(
        Object.entries(component.secret).map(([key, value]) => [
          key,
          base64(value),
        ]),
      ),
    });
  }
  if (component.ingressHost) {
    manifests.push({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadata(component.name),
      spec: {
        ingressClassName: 'gateway',
        rules: [
          {
            host: `${plan.region}.${component.ingressHost}`,
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: {
                    service: { name: component.name, port: { name: 'http' } },
                  },
                },
              ],
            },
          },
        ],
      },
    });
  }
  return manifests;
}
