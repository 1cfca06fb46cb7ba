import type { PolicyMode } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Demand } from './demandsOf';
import type { Standing } from './standingOf';

const musts: Readonly<Record<PolicyMode, string>> = {
  enforce: 'enforce',
  warn: 'warn of',
  audit: 'audit',
  off: 'have',
};

const does: Readonly<Record<PolicyMode, string>> = {
  enforce: 'enforces',
  warn: 'only warns of',
  audit: 'audits',
  off: 'does nothing about',
};

/** How a cluster that falls short of a demand does, in plain words: `audits what production must enforce`. */
export function deviationOf(
  { state, summary, mode, whole }: Standing,
  demand: Demand,
): string {
  const must = `what ${demand.who} must ${musts[demand.mode]}`;
  if (mode && !whole) {
    return `${summary} ${must}`;
  }
  if (mode) {
    return `${does[mode]} ${must}`;
  }
  switch (state) {
    case 'not-ready':
      return `does not apply ${must}`;
    case 'no-engine':
      return `has no engine for ${must}`;
    default:
      return `lacks ${must}`;
  }
}
