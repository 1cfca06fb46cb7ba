import type { ObjectDiff } from '@fleetcommander/backstage-plugin-fleet-common';

type Source = NonNullable<ObjectDiff['desired']>['source'];

/** Where what is desired can be known from, in words. */
export const diffSourceTitles: Record<Source, string> = {
  argocd: 'Argo CD’s comparison',
  'last-applied': 'What was applied last',
  'git-owned': 'What Git’s manager set',
  git: 'The file in Git',
};
