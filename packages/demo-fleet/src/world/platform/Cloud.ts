import { ClusterObjects, ClusterPlan } from '../../types';

/** Makes clusters while the fleet runs, and takes them away. */
export interface Cloud {
  /** A cluster with an API server of its own, which the fleet can sign in to from now on. */
  create(plan: ClusterPlan): ClusterObjects;
  /** Whoever asks for the fleet's clusters hears nothing more of it. */
  withdraw(name: string): void;
  /** Its API server stops answering for good. */
  delete(name: string): void;
}
