import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { claimNode } from '../claims/claimNode';
import { fieldsOf } from '../fields';
import { terraformHealth } from './terraformHealth';

/** Where the state lies, and how to sign in there, is nobody's business who looks at what was asked for. */
const machinery = new Set([
  'backendConfig',
  'backendConfigsFrom',
  'cliConfigSecretRef',
  'fileMappings',
  'runnerPodTemplate',
]);

/** A module of Terraform that is applied from Git. What it makes is in no Kubernetes, so that its tree is itself. */
export const terraform: EngineKind = {
  group: 'infra.contrib.fluxcd.io',
  kind: 'Terraform',
  plural: 'terraforms',
  versions: ['v1alpha2', 'v1alpha1'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    return [
      claimNode('terraform', object, context, {
        claimType: 'terraform',
        role: 'claim',
        root: true,
        children: [],
        health: terraformHealth(object),
        readyType: 'Ready',
        paused: spec.suspend === true,
        spec: Object.fromEntries(
          Object.entries(spec).filter(([key]) => !machinery.has(key)),
        ),
      }),
    ];
  },
};
