import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { claimNode } from '../claims/claimNode';
import { objectReference } from '../claims/objectReference';
import { fieldsOf } from '../fields';
import { crossplaneHealth, isPaused } from './crossplaneHealth';
import { requestedSpec } from './requestedSpec';

/** Claims, which XRDs of the scope LegacyCluster offer. Each names the one composite that was made for it. */
export const claim: EngineKind = {
  group: '*',
  kind: '*',
  plural: '*',
  versions: [],
  category: 'claim',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const composite = objectReference(spec.resourceRef);
    return [
      claimNode('crossplane', object, context, {
        claimType: 'crossplane',
        role: 'claim',
        root: true,
        children: composite ? [composite] : [],
        health: crossplaneHealth(object),
        readyType: 'Ready',
        paused: isPaused(object),
        spec: requestedSpec(spec),
      }),
    ];
  },
};
