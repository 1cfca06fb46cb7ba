import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { artifactGenerator } from './artifactGenerator';
import { events } from './events';
import { fluxOperator } from './fluxOperator';
import { fluxReport } from './fluxReport';
import { helmRelease } from './helmRelease';
import { images } from './images';
import { kustomization } from './kustomization';
import { notifications } from './notifications';
import { sources } from './sources';

/** Flux, and the Flux Operator where it is there. */
export const fluxEngine: Engine = {
  name: 'flux',
  title: 'Flux',
  projectionVersion: 7,
  kinds: [
    kustomization,
    helmRelease,
    ...sources,
    ...images,
    ...notifications,
    artifactGenerator,
    ...fluxOperator,
    fluxReport,
    events,
  ],
};
