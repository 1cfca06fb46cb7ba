import type {
  ClusterUpgrade,
  ClusterUpgradeItem,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** How an upgrade stands, as a state. */
export const upgradeStates: Record<ClusterUpgrade['state'], State> = {
  running: 'progressing',
  done: 'healthy',
  stopped: 'suspended',
  failing: 'failing',
};

/** How a cluster of an upgrade stands: in a word, and as a state. */
export const upgradeItemWords: Record<
  ClusterUpgradeItem['state'],
  { word: string; state: State }
> = {
  waiting: { word: 'waits for its wave', state: 'suspended' },
  'pull-request': { word: 'waits for its pull request', state: 'progressing' },
  upgrading: { word: 'is being upgraded', state: 'progressing' },
  done: { word: 'runs it', state: 'healthy' },
  failing: { word: 'failing', state: 'failing' },
  skipped: { word: 'left out', state: 'not-installed' },
};
