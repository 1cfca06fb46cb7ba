import { ResourceDefinition } from '../../types';
import { resource } from './resource';

/** Served by metrics-server, which cannot watch. */
export const metricsResources: ResourceDefinition[] = [
  resource('metrics.k8s.io', ['v1beta1'], 'NodeMetrics', {
    namespaced: false,
    plural: 'nodes',
    verbs: ['get', 'list'],
  }),
];
