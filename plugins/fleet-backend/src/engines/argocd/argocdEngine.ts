import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { analysisRun } from './analysisRun';
import { appProject } from './appProject';
import { application } from './application';
import { applicationSet } from './applicationSet';
import { rollout } from './rollout';

/** Argo CD, and Argo Rollouts where it is there. */
export const argocdEngine: Engine = {
  name: 'argocd',
  title: 'Argo CD',
  projectionVersion: 4,
  kinds: [application, applicationSet, appProject, rollout, analysisRun],
};
