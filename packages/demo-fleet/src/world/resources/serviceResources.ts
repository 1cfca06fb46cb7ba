import { ResourceDefinition } from '../../types';
import { resource } from './resource';

const status = { subresources: ['status' as const] };

/** What services come with where the platform has a gateway and Prometheus. Nothing here plays their controllers. */
export const serviceResources: ResourceDefinition[] = [
  resource('gateway.networking.k8s.io', ['v1'], 'HTTPRoute', status),
  resource('monitoring.coreos.com', ['v1'], 'ServiceMonitor', {
    shortNames: ['smon'],
  }),
];
