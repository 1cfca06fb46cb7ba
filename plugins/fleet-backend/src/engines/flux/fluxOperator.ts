import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf } from '../fields';
import { engineObject } from './engineObject';

const group = 'fluxcd.controlplane.io';
const versions = ['v1'];

/** The kinds of the Flux Operator that have a status. */
export const fluxOperator: readonly EngineKind[] = [
  engineObject({
    group,
    kind: 'FluxInstance',
    plural: 'fluxinstances',
    versions,
    suspended: isDisabled,
    detailsOf: ({ spec, status }) => ({
      version: fieldsOf(spec.distribution).version,
      revision: status.lastAppliedRevision,
      components: itemsOf(status.components).length,
    }),
  }),
  engineObject({
    group,
    kind: 'ResourceSet',
    plural: 'resourcesets',
    versions,
    suspended: isDisabled,
    detailsOf: ({ status }) => ({
      revision: status.lastAppliedRevision,
      resources: itemsOf(fieldsOf(status.inventory).entries).length,
    }),
  }),
  engineObject({
    group,
    kind: 'ResourceSetInputProvider',
    plural: 'resourcesetinputproviders',
    versions,
    suspended: isDisabled,
    detailsOf: ({ spec, status }) => ({
      type: spec.type,
      url: spec.url,
      inputs: itemsOf(status.exportedInputs).length,
      nextAt: fieldsOf(status.nextSchedule).when,
    }),
  }),
];

/** The operator's objects are suspended by an annotation. */
function isDisabled({ metadata }: KubernetesObject): boolean {
  const annotations = fieldsOf(metadata.annotations);
  return textOf(annotations[`${group}/reconcile`]) === 'disabled';
}
