import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { nameOf, numberOf, fieldsOf } from '../fields';
import { crossplaneObject } from './crossplaneObject';

const group = 'apiextensions.crossplane.io';

/** Kinds that are there or not, and have no state: of what an EnvironmentConfig holds nothing is kept, as that may be anything. */
export const statusless: readonly EngineKind[] = [
  crossplaneObject({
    group,
    kind: 'EnvironmentConfig',
    plural: 'environmentconfigs',
    versions: ['v1beta1', 'v1alpha1'],
    healthOf: () => ({ state: 'healthy', summary: 'there' }),
    detailsOf: () => ({}),
  }),
  crossplaneObject({
    group,
    kind: 'CompositionRevision',
    plural: 'compositionrevisions',
    versions: ['v1', 'v1beta1'],
    healthOf: () => ({ state: 'healthy', summary: 'there' }),
    detailsOf: ({ spec }) => ({
      makes: nameOf(fieldsOf(spec.compositeTypeRef).kind),
      revision: numberOf(spec.revision)?.toString(),
    }),
  }),
];
