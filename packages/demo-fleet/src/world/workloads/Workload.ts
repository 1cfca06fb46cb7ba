import { KubernetesObject } from '../../types';
import { PodTemplate } from '../manifests/podTemplate';
import { Condition } from '../status/conditions';

/** A Deployment, StatefulSet, DaemonSet or Rollout as far as its controller reads it back. */
export interface Workload extends KubernetesObject {
  spec: { replicas?: number; template: PodTemplate };
  status?: {
    observedGeneration?: number;
    conditions?: Condition[];
    phase?: string;
  };
}

/** How far a workload is with bringing its pods to what it describes. */
export type Progress = 'settled' | 'rolling' | 'stuck';
