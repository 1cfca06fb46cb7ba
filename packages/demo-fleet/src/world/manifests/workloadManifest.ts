import { ClusterPlan, KubernetesObject } from '../../types';
import { Component, WorkloadTemplate } from '../components';
import { podTemplate, selectorOf } from './podTemplate';

/** Staging and development need less. */
function replicasFor(workload: WorkloadTemplate, plan: ClusterPlan): number {
  return plan.environment === 'production'
    ? workload.replicas
    : Math.max(1, workload.replicas - 1);
}

/** Whose pods Argo Rollouts brings out step by step. */
function isRollout(workload: WorkloadTemplate, plan: ClusterPlan): boolean {
  return (
    workload.name === 'storefront' && !plan.hub && plan.delivery !== 'flux'
  );
}

/** A workload as Git describes it for one cluster. */
export function workloadManifest(
  component: Component,
  workload: WorkloadTemplate,
  plan: ClusterPlan,
  version: string,
): KubernetesObject {
  const template = podTemplate(component, workload, version);
  const metadata = {
    name: workload.name,
    namespace: component.namespace,
    labels: { ...template.metadata.labels },
  };
  const spec = {
    replicas: replicasFor(workload, plan),
    revisionHistoryLimit: 5,
    selector: { matchLabels: selectorOf(workload) },
    template,
  };
  if (isRollout(workload, plan)) {
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata,
      spec: {
        ...spec,
        strategy: {
          canary: {
            steps: [
              { setWeight: 25 },
              { pause: { duration: '30s' } },
              { setWeight: 50 },
              { pause: { duration: '30s' } },
            ],
          },
        },
      },
    };
  }
  switch (workload.kind) {
    case 'CronJob':
      return {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata,
        spec: {
          schedule: '15 2 * * *',
          concurrencyPolicy: 'Forbid',
          suspend: false,
          jobTemplate: {
            spec: {
              template: {
                ...template,
                spec: { ...template.spec, restartPolicy: 'OnFailure' },
              },
            },
          },
        },
      };
    case 'DaemonSet':
      return {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata,
        spec: {
          revisionHistoryLimit: 5,
          selector: spec.selector,
          template,
          updateStrategy: {
            type: 'RollingUpdate',
            rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
          },
        },
      };
    case 'StatefulSet':
      return {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata,
        spec: {
          ...spec,
          serviceName: workload.name,
          podManagementPolicy: 'OrderedReady',
          updateStrategy: { type: 'RollingUpdate' },
        },
      };
    default:
      return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: {
          ...spec,
          progressDeadlineSeconds: 600,
          strategy: {
            type: 'RollingUpdate',
            rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
          },
        },
      };
  }
}
