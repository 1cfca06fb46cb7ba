import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { claim } from './claim';
import { composite } from './composite';
import { composition } from './composition';
import { controller } from './controller';
import { definition } from './definition';
import { managed } from './managed';
import { operations } from './operations';
import { packages } from './packages';
import { statusless } from './statusless';
import { usage } from './usage';

/** Crossplane, v1 and v2. */
export const crossplaneEngine: Engine = {
  name: 'crossplane',
  title: 'Crossplane',
  projectionVersion: 1,
  kinds: [
    definition,
    composition,
    claim,
    composite,
    managed,
    usage({
      group: 'protection.crossplane.io',
      kind: 'Usage',
      plural: 'usages',
      versions: ['v1beta1'],
    }),
    usage({
      group: 'protection.crossplane.io',
      kind: 'ClusterUsage',
      plural: 'clusterusages',
      versions: ['v1beta1'],
    }),
    usage({
      group: 'apiextensions.crossplane.io',
      kind: 'Usage',
      plural: 'usages',
      versions: ['v1beta1', 'v1alpha1'],
    }),
    ...packages,
    ...operations,
    ...statusless,
    controller,
  ],
};
