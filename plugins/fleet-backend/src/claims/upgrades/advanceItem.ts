import { minorOf } from '../minorOf';
import type { UpgradeFacts, UpgradeItem } from './UpgradePlan';

/** Where a cluster of an open wave is on its way, from what is known of it now. */
export function advanceItem(
  item: UpgradeItem,
  version: string,
  facts: UpgradeFacts,
  now: string,
): UpgradeItem {
  const { claim, gitVersion, pullRequest } = facts;
  if (item.state === 'done' || item.state === 'skipped') {
    return item;
  }
  const unwell = item.unwell ?? facts.unwell;
  const as = (state: UpgradeItem['state'], summary: string): UpgradeItem => ({
    ...item,
    unwell,
    state,
    summary,
  });
  if (!claim) {
    return as('skipped', 'is no longer claimed');
  }
  const wanted = minorOf(version);
  const isAsked =
    minorOf(gitVersion) === wanted || minorOf(claim.version) === wanted;
  if (!isAsked) {
    if (!item.opened || !pullRequest) {
      const isRefused = item.retryAt !== undefined && item.retryAt > now;
      return as(isRefused ? item.state : 'waiting', item.summary);
    }
    const { number, state, summary } = pullRequest;
    return state === 'closed'
      ? as('failing', `#${number} was closed without being merged`)
      : as('pull-request', `#${number}: ${summary}`);
  }
  return upgradingItem(as, version, { ...facts, claim }, unwell);
}

function upgradingItem(
  as: (state: UpgradeItem['state'], summary: string) => UpgradeItem,
  version: string,
  facts: UpgradeFacts & { claim: NonNullable<UpgradeFacts['claim']> },
  unwellBefore: number,
): UpgradeItem {
  const { claim, runs, reachable, nodes, nodesUnknown, unwell } = facts;
  const wanted = minorOf(version);
  if (claim.state === 'failing' || claim.state === 'degraded') {
    return as('failing', claim.summary);
  }
  if (minorOf(claim.version) !== wanted) {
    return as('upgrading', 'waits for the hub to have what Git says');
  }
  if (!reachable) {
    return as('upgrading', 'does not answer, as while it is being upgraded');
  }
  if (minorOf(runs) !== wanted) {
    return as(
      'upgrading',
      `its control plane runs ${runs ?? 'nobody knows what'}`,
    );
  }
  if (nodesUnknown) {
    return as(
      'upgrading',
      `runs ${version}; its nodes cannot be told: ${nodesUnknown}`,
    );
  }
  const old = nodes.filter(node => minorOf(node.version) !== wanted);
  if (old.length > 0) {
    return as(
      'upgrading',
      `${nodes.length - old.length} of ${nodes.length} nodes run ${version}`,
    );
  }
  const away = nodes.filter(({ ready }) => !ready);
  if (away.length > 0) {
    return as(
      'upgrading',
      `runs ${version}; not ready: ${away.map(({ name }) => name).join(', ')}`,
    );
  }
  if (claim.state !== 'healthy') {
    return as('upgrading', `runs ${version}; its claim: ${claim.summary}`);
  }
  if (unwell > unwellBefore) {
    return as(
      'failing',
      `runs ${version}, and ${unwell} of its applications are not well: ${
        unwell - unwellBefore
      } more than before`,
    );
  }
  return as('done', `runs ${version}, and is well`);
}
