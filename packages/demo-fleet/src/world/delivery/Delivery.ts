import { ClusterPlan } from '../../types';
import { Component } from '../components';

/** How one application is delivered: where its object lives, where it deploys to, and what. */
export interface Delivery {
  kind: 'Kustomization' | 'HelmRelease' | 'Application';
  name: string;
  namespace: string;
  /** Where the object lives. */
  home: ClusterPlan;
  /** Where it deploys to; undefined when nobody knows that cluster. */
  target: ClusterPlan | undefined;
  /** In Git. */
  path: string;
  interval: string;
  components: Component[];
  /** The Kustomization that applies this object, or the ApplicationSet that generates it. */
  parent?: string;
  /** Components whose namespaces it makes, beside its own. */
  tenants?: Component[];
  /** Applications that this one applies. */
  children: Delivery[];
  suspended?: boolean;
  /** How Argo CD syncs by itself. */
  automation?: 'self-heal' | 'sync' | 'none';
}

/** Among the applications of all clusters. */
export function deliveryId(
  delivery: Pick<Delivery, 'kind' | 'namespace' | 'name'> & {
    home: Pick<ClusterPlan, 'name'>;
  },
): string {
  const { home, kind, namespace, name } = delivery;
  return `${home.name}/${kind}/${namespace}/${name}`;
}
