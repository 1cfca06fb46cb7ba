import { KubernetesObject } from '../../types';
import { Condition } from '../status/conditions';

export type CanaryPhase =
  | 'Initializing'
  | 'Initialized'
  | 'Progressing'
  | 'Promoting'
  | 'Finalising'
  | 'Succeeded'
  | 'Failed';

/** What a canary asks while it runs. */
export interface CanaryMetric {
  name: string;
  thresholdRange?: { min?: number; max?: number };
}

/** Flagger's Canary as far as this world plays it: traffic that is shifted in steps of weight, or a number of looks before all of it is. */
export interface Canary extends KubernetesObject {
  spec: {
    targetRef: { apiVersion: string; kind: string; name: string };
    suspend?: boolean;
    skipAnalysis?: boolean;
    analysis: {
      interval?: string;
      threshold?: number;
      iterations?: number;
      maxWeight?: number;
      stepWeight?: number;
      stepWeights?: number[];
      metrics?: CanaryMetric[];
    };
  };
  status?: {
    phase?: CanaryPhase;
    canaryWeight?: number;
    failedChecks?: number;
    iterations?: number;
    lastAppliedSpec?: string;
    lastPromotedSpec?: string;
    lastTransitionTime?: string;
    conditions?: Condition[];
  };
}
