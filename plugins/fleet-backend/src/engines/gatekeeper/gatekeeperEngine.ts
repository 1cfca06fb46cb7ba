import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { config } from './config';
import { constraint } from './constraint';
import { constraintTemplate } from './constraintTemplate';
import { mutator } from './mutator';

/** OPA Gatekeeper. */
export const gatekeeperEngine: Engine = {
  name: 'gatekeeper',
  title: 'Gatekeeper',
  projectionVersion: 2,
  kinds: [
    constraintTemplate,
    constraint,
    config,
    mutator({
      kind: 'Assign',
      plural: 'assign',
      versions: ['v1', 'v1beta1', 'v1alpha1'],
    }),
    mutator({
      kind: 'AssignMetadata',
      plural: 'assignmetadata',
      versions: ['v1', 'v1beta1', 'v1alpha1'],
    }),
    mutator({
      kind: 'ModifySet',
      plural: 'modifyset',
      versions: ['v1', 'v1beta1', 'v1alpha1'],
    }),
    mutator({
      kind: 'AssignImage',
      plural: 'assignimage',
      versions: ['v1', 'v1beta1', 'v1alpha1'],
    }),
  ],
};
