import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { claimNode } from '../claims/claimNode';
import {
  controllerOf,
  objectReference,
  objectReferences,
} from '../claims/objectReference';
import { fieldsOf } from '../fields';
import { crossplaneHealth, isPaused } from './crossplaneHealth';
import { requestedSpec } from './requestedSpec';

/** Composite resources. Those that neither a claim nor another composite made are claims in their own right. */
export const composite: EngineKind = {
  group: '*',
  kind: '*',
  plural: '*',
  versions: [],
  category: 'composite',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    // What a namespaced one composes lies in its own namespace.
    const { namespace, ownerReferences } = object.metadata;
    const composed =
      fieldsOf(spec.crossplane).resourceRefs ?? spec.resourceRefs;
    const parent =
      objectReference(spec.claimRef) ?? controllerOf(ownerReferences);
    return [
      claimNode('crossplane', object, context, {
        claimType: 'crossplane',
        role: 'composite',
        root: parent === undefined,
        children: objectReferences(composed, namespace),
        parent,
        health: crossplaneHealth(object),
        readyType: 'Ready',
        paused: isPaused(object),
        spec: requestedSpec(spec),
      }),
    ];
  },
};
