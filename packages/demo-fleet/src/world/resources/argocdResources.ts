import { ResourceDefinition } from '../../types';
import { resource } from './resource';

/** Argo CD. Its Application and AppProject have no status subresource. */
export const argocdResources: ResourceDefinition[] = [
  resource('argoproj.io', ['v1alpha1'], 'Application', {
    shortNames: ['app', 'apps'],
  }),
  resource('argoproj.io', ['v1alpha1'], 'ApplicationSet', {
    shortNames: ['appset', 'appsets'],
    subresources: ['status'],
  }),
  resource('argoproj.io', ['v1alpha1'], 'AppProject', {
    shortNames: ['appproj', 'appprojs'],
  }),
];

/** Argo Rollouts, which runs where the workloads are. */
export const rolloutResources: ResourceDefinition[] = [
  resource('argoproj.io', ['v1alpha1'], 'Rollout', {
    shortNames: ['ro'],
    subresources: ['status', 'scale'],
  }),
];
