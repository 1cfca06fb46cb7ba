import type { UpgradePlan } from './UpgradePlan';

/** How an upgrade is, in words, from those of its clusters that are shown. */
export function summariseUpgrade({
  state,
  version,
  waves,
}: Pick<UpgradePlan, 'state' | 'version' | 'waves'>): string {
  const items = waves.flatMap(({ clusters }) => clusters);
  const done = items.filter(item => item.state === 'done').length;
  const counted = `${done} of ${items.length} run ${version}`;
  const failing = items.filter(item => item.state === 'failing');
  if (state === 'failing' && failing.length > 0) {
    return `${counted}; opens no more pull requests until these are well: ${failing
      .map(({ cluster, summary }) => `${cluster} (${summary})`)
      .join(', ')}`;
  }
  if (state === 'stopped') {
    return `${counted}; stopped: no more pull requests are opened, and those that are open stay`;
  }
  const current = waves.find(({ clusters }) =>
    clusters.some(item => item.state !== 'done' && item.state !== 'skipped'),
  );
  return current ? `${counted}; at wave ${current.title}` : counted;
}
