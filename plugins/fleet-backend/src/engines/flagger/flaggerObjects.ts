import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { engineObjectKind } from '../engineObjectKind';
import { fieldsOf, textOf } from '../fields';

const engine = 'flagger';
const group = 'flagger.app';
const versions = ['v1beta1'];
const healthOf = () => ({ state: 'healthy', summary: 'set up' } as const);

/** What canaries refer to: neither has a status. Addresses may hold secrets and stay where they are. */
export const flaggerObjects: readonly EngineKind[] = [
  engineObjectKind({
    engine,
    group,
    kind: 'MetricTemplate',
    plural: 'metrictemplates',
    versions,
    healthOf,
    detailsOf: ({ spec }) => ({ asks: textOf(fieldsOf(spec.provider).type) }),
  }),
  engineObjectKind({
    engine,
    group,
    kind: 'AlertProvider',
    plural: 'alertproviders',
    versions,
    healthOf,
    detailsOf: ({ spec }) => ({
      type: textOf(spec.type),
      channel: textOf(spec.channel),
    }),
  }),
];
