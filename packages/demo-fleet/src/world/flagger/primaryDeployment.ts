import { KubernetesObject } from '../../types';
import { Workload } from '../workloads/Workload';
import { Canary } from './Canary';

/** As Flagger looks for what tells the pods of a target from others. */
const selectorLabels = ['app', 'name', 'app.kubernetes.io/name'];

/** What a canary releases. */
export interface Target extends Workload {
  spec: Workload['spec'] & { selector?: { matchLabels?: Labels } };
}

type Labels = Record<string, string>;

export function primaryName({ spec }: Canary): string {
  return `${spec.targetRef.name}-primary`;
}

/** The label by which a target has its pods; without one Flagger cannot tell a primary's pods from them. */
export function selectorOf({ spec }: Target): string | undefined {
  const held = spec.selector?.matchLabels ?? {};
  return selectorLabels.find(label => held[label] !== undefined);
}

/** The Deployment that has the traffic while a canary is tried: the target, as it was promoted last. */
export function primaryDeployment(
  canary: Canary,
  target: Target,
  selector: string,
): KubernetesObject {
  const { apiVersion, kind, metadata } = canary;
  const { replicas, template, ...rest } = target.spec;
  const value = `${target.spec.selector!.matchLabels![selector]}-primary`;
  return {
    apiVersion: target.apiVersion,
    kind: target.kind,
    metadata: {
      name: primaryName(canary),
      namespace: metadata.namespace,
      labels: { [selector]: value },
      ownerReferences: [
        {
          apiVersion,
          kind,
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      ...rest,
      replicas: replicas || 1,
      selector: { matchLabels: { [selector]: value } },
      template: {
        ...template,
        metadata: {
          ...template.metadata,
          labels: { ...template.metadata.labels, [selector]: value },
        },
      },
    },
  };
}
