import { Component } from '../components';

/** Crossplane itself, as its chart installs it. */
export const crossplaneComponent: Component = {
  name: 'crossplane',
  team: 'team-sre',
  system: 'platform',
  namespace: 'crossplane-system',
  placements: [],
  versions: {},
  workloads: ['crossplane', 'crossplane-rbac-manager'].map(name => ({
    kind: 'Deployment',
    name,
    image: 'registry.example.org/crossplane/crossplane',
    replicas: 1,
    cpu: '100m',
    memory: '256Mi',
  })),
};

export const crossplaneVersion = 'v2.3.4';
