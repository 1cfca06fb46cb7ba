import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { pipelineRun } from './pipelineRun';

/** Tekton Pipelines: what its runs came to. */
export const tektonEngine: Engine = {
  name: 'tekton',
  title: 'Tekton',
  projectionVersion: 1,
  kinds: [pipelineRun],
};
