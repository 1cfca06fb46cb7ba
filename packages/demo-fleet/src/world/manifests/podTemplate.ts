import { KubernetesObject } from '../../types';
import { Component, WorkloadTemplate } from '../components';

/** What the parts of this world need to know of a pod. */
export interface PodSpec {
  containers: { name: string; image: string; [field: string]: unknown }[];
  [field: string]: unknown;
}

export interface PodTemplate {
  metadata: { labels: Record<string, string> };
  spec: PodSpec;
}

/** Labels by which a workload finds its pods. */
export function selectorOf(workload: WorkloadTemplate): Record<string, string> {
  return { 'app.kubernetes.io/name': workload.name };
}

export function podTemplate(
  component: Pick<Component, 'name' | 'system'>,
  workload: WorkloadTemplate,
  version: string,
): PodTemplate {
  const { lapses = [] } = workload;
  const readsNode = lapses.includes('node');
  return {
    metadata: {
      labels: {
        ...selectorOf(workload),
        'app.kubernetes.io/part-of': component.system,
        'app.kubernetes.io/version': version,
        'backstage.io/kubernetes-id': component.name,
      },
    },
    spec: {
      containers: [
        {
          name: workload.name,
          image: `${workload.image}:${version}`,
          imagePullPolicy: 'IfNotPresent',
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
          readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
          ...(!lapses.includes('liveness') && {
            livenessProbe: { httpGet: { path: '/livez', port: 'http' } },
          }),
          resources: {
            requests: { cpu: workload.cpu, memory: workload.memory },
            ...(!lapses.includes('limits') && {
              limits: { memory: workload.memory },
            }),
          },
          securityContext: {
            ...(readsNode
              ? { privileged: true }
              : { allowPrivilegeEscalation: false }),
            ...(!lapses.includes('capabilities') && {
              capabilities: { drop: ['ALL'] },
            }),
            readOnlyRootFilesystem: true,
          },
        },
      ],
      restartPolicy: 'Always',
      securityContext: {
        ...(!lapses.includes('root') && { runAsNonRoot: true }),
        seccompProfile: { type: 'RuntimeDefault' },
      },
      serviceAccountName: component.name,
      // Controllers ask the API server; services have no need to.
      ...(component.system !== 'platform' &&
        !lapses.includes('token') && { automountServiceAccountToken: false }),
      ...(readsNode && {
        volumes: [{ name: 'node', hostPath: { path: '/', type: '' } }],
      }),
    },
  };
}

const workloadKinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Rollout',
];

/** The template of a workload's pods; undefined for any other object. */
export function podTemplateOf(
  object: KubernetesObject,
): PodTemplate | undefined {
  if (!workloadKinds.includes(object.kind)) {
    return undefined;
  }
  const spec = object.spec as {
    template?: PodTemplate;
    jobTemplate?: { spec: { template: PodTemplate } };
  };
  return spec.template ?? spec.jobTemplate?.spec.template;
}
