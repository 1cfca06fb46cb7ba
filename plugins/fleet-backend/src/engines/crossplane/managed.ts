import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { claimNode } from '../claims/claimNode';
import { controllerOf } from '../claims/objectReference';
import { fieldsOf, nameOf, textsOf } from '../fields';
import { cloudClusterOf } from './cloudClusterOf';
import { crossplaneHealth, isPaused } from './crossplaneHealth';

const mostPolicies = 20;

/** Managed resources: each is one thing in a cloud. A hub can serve a thousand kinds of them, and have objects of a few. */
export const managed: EngineKind = {
  group: '*',
  kind: '*',
  plural: '*',
  versions: [],
  category: 'managed',
  pace: 'populated',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const annotations = fieldsOf(object.metadata.annotations);
    const policies = textsOf(spec.managementPolicies).slice(0, mostPolicies);
    return [
      claimNode('crossplane', object, context, {
        claimType: 'crossplane',
        role: 'managed',
        root: false,
        children: [],
        parent: controllerOf(object.metadata.ownerReferences),
        health: crossplaneHealth(object),
        readyType: 'Ready',
        paused: isPaused(object),
        externalName: nameOf(annotations['crossplane.io/external-name']),
        managementPolicies: policies.length > 0 ? policies : undefined,
        ...cloudClusterOf(object),
      }),
    ];
  },
};
