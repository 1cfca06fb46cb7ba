import type {
  Cluster,
  UpgradeReadiness,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';

/** What was found out about one thing that may stand in the way of an upgrade. */
export type CheckResult = Omit<
  UpgradeReadiness['checks'][number],
  'id' | 'title'
>;

/** What a check goes by. */
export interface ReadinessContext {
  client: KubernetesClient;
  /** As the store has it. */
  cluster: Cluster;
  definition: ClusterDefinition | undefined;
  /** The minor version that the control plane runs, and the next one. */
  version: string;
  next: string;
  now: Date;
}

/** Something that may stand in the way of an upgrade. */
export interface ReadinessCheck {
  id: string;
  title: string;
  /** Whether what it lists lies in namespaces, whose applications not everybody may see. */
  inNamespaces?: boolean;
  /** What RBAC has to grant, where spoke-reader.yaml does not. */
  right?: string;
  run(context: ReadinessContext): Promise<CheckResult>;
}

/** Things that a check lists; the rest are only counted. */
export const mostItems = 50;
