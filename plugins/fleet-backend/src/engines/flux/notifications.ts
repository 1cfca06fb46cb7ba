import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textsOf } from '../fields';
import { engineObject } from './engineObject';

const group = 'notification.toolkit.fluxcd.io';
const withoutStatus = { state: 'healthy', summary: 'set up' } as const;

/** The kinds that carry news in and out of Flux. Addresses and webhook paths may hold secrets and stay where they are. */
export const notifications: readonly EngineKind[] = [
  engineObject({
    group,
    kind: 'Alert',
    plural: 'alerts',
    versions: ['v1beta3', 'v1beta2'],
    withoutStatus,
    detailsOf: ({ spec }) => ({
      provider: fieldsOf(spec.providerRef).name,
      severity: spec.eventSeverity,
      sources: itemsOf(spec.eventSources).length,
    }),
  }),
  engineObject({
    group,
    kind: 'Provider',
    plural: 'providers',
    versions: ['v1beta3', 'v1beta2'],
    withoutStatus,
    detailsOf: ({ spec }) => ({ type: spec.type, channel: spec.channel }),
  }),
  engineObject({
    group,
    kind: 'Receiver',
    plural: 'receivers',
    versions: ['v1', 'v1beta2'],
    detailsOf: ({ spec }) => ({
      type: spec.type,
      events: textsOf(spec.events).join(', '),
    }),
  }),
];
