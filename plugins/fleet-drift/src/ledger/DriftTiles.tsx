import type { DriftList } from '@fleetcommander/backstage-plugin-fleet-common';
import { SummaryTiles } from '@fleetcommander/backstage-plugin-fleet-react';
import type { LedgerView } from './LedgerView';

/** The numbers of the ledger, each a link to what it counts beside the other filters. */
export function DriftTiles(props: LedgerView & { page?: DriftList }) {
  const { page, filters, linkWith } = props;
  if (
    !page ||
    filters.values.state.includes('ended') ||
    (page.totalItems === 0 && !filters.active)
  ) {
    return null;
  }
  const count = (key: string, values: readonly string[]) =>
    (page.facets[key] ?? [])
      .filter(({ value }) => values.includes(value))
      .reduce((sum, facet) => sum + facet.count, 0);
  const ofKinds = (key: string, title: string, kinds: readonly string[]) => ({
    key,
    value: count('kind', kinds).toLocaleString(),
    title,
    to: linkWith({ kind: kinds }),
  });
  const urgent = count('severity', ['critical', 'high']);

  return (
    <SummaryTiles
      tiles={[
        {
          key: 'urgent',
          value: urgent.toLocaleString(),
          title: 'critical or high',
          to: linkWith({ severity: ['critical', 'high'] }),
          state: urgent > 0 ? 'failing' : undefined,
        },
        ofKinds('live', 'live differs from Git', ['override', 'out-of-sync']),
        ofKinds('behind', 'Git has not arrived', ['behind', 'failing']),
        ofKinds('frozen', 'nobody corrects', ['frozen']),
        ofKinds('fleet', 'clusters disagree', ['skew', 'missing']),
      ]}
    />
  );
}
