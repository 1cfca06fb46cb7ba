import { ResourceDefinition } from '../../types';
import { resource } from './resource';

const kind = (name: string) =>
  resource('flagger.app', ['v1beta1'], name, {
    categories: ['all'],
    subresources: ['status'],
  });

/** Flagger 1.44. */
export const flaggerResources: ResourceDefinition[] = [
  kind('Canary'),
  kind('MetricTemplate'),
  kind('AlertProvider'),
];
