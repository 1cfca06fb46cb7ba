import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

/** What Git says of annotations, so that there is one to change. */
const gold = { 'example.org/tier': 'gold' };

/** A Deployment with as much in it as clients change. */
export function deployment(
  name: string,
  annotations: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace: 'shop',
      labels: { team: 'pay' },
      annotations: { ...gold, ...annotations },
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name: 'app',
              image: 'registry.example.org/app:1.0.0',
              env: [
                { name: 'MODE', value: 'safe' },
                { name: 'LEVEL', value: 'info' },
              ],
              resources: { limits: { cpu: '1', memory: '1Gi' } },
            },
            { name: 'sidecar', image: 'proxy:2' },
          ],
        },
      },
    },
  };
}

export function service(name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: {
      selector: { app: name },
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    },
  };
}

export function configMap(name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'shop' },
    data: { MODE: 'safe', LEVEL: 'info' },
  };
}
