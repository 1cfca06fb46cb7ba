import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { AdminClient } from './AdminClient';

/** A cluster that tests may do anything to: a real API server, or the demo fleet's. */
export interface TestCluster {
  readonly admin: AdminClient;
  /** A kubeconfig whose one user may do what `deploy/rbac/spoke-reader.yaml` grants. */
  kubeconfig(): string;
  /** Adds what `deploy/rbac/spoke-object-reader.yaml` grants. */
  grantObjectReader(): Promise<void>;
  /** Adds what `deploy/rbac/spoke-operator.yaml` grants. */
  grantOperator(): Promise<void>;
  /** Adds what Crossplane grants its viewers by a role, to those whom `deploy/rbac/spoke-reader.yaml` makes such. */
  grantToViewers(role: KubernetesObject): Promise<void>;
  /** Takes away the right to read one kind, which stays installed. */
  forbid(resource: { group: string; plural: string }): Promise<void>;
  /** Gives it back. */
  allow(): Promise<void>;
  /** Its API server starts again and remembers no event from before. */
  restart(): Promise<void>;
  /** Waits until the API server has no need to remember the events so far, should enough others follow. */
  forget(): Promise<void>;
  /** A new cluster answers at the URL. Kinds that were installed are so again; what they held is not for sure. */
  rebuild(): Promise<void>;
  stop(): Promise<void>;
}
