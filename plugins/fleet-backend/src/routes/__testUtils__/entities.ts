import type { Entity } from '@backstage/catalog-model';

function component(name: string, annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
  };
}

/** What the catalog of the tests holds. */
export const entities: Entity[] = [
  component('web', { 'fleetcommander.io/clusters': 'stg-1,prod-1,atlantis' }),
  component('ledger'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'shop', namespace: 'default' },
    relations: ['web', 'ledger'].map(name => ({
      type: 'hasPart',
      targetRef: `component:default/${name}`,
    })),
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'production-one',
      namespace: 'default',
      annotations: { 'fleetcommander.io/cluster': 'prod-1' },
    },
    spec: { type: 'kubernetes-cluster' },
  },
];
