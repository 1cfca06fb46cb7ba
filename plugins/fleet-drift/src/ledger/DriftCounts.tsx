import type { DriftList } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Columns,
  CountList,
  ownerWord,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { driftKindWord } from '../driftKindWords';
import type { LedgerView } from './LedgerView';

const groups = [
  {
    key: 'owner',
    title: 'By team',
    none: 'None belongs to a team',
    format: ownerWord,
  },
  { key: 'environment', title: 'By environment', none: 'None' },
  { key: 'cluster', title: 'By cluster', none: 'None' },
  { key: 'kind', title: 'By kind', none: 'None', format: driftKindWord },
  { key: 'manager', title: 'By client', none: 'No client is known' },
] as const;

/** How many there are by whom, where and of what kind. */
export function DriftCounts(props: LedgerView & { page?: DriftList }) {
  const { page, scope, linkWith } = props;
  return (
    <Columns min={240}>
      {groups
        .filter(
          ({ key }) =>
            key !== scope?.key && !(scope?.sum === false && key === 'owner'),
        )
        .map(group => (
          <CountList
            key={group.key}
            title={group.title}
            none={group.none}
            items={[...(page?.facets[group.key] ?? [])]
              .sort((a, b) => b.count - a.count)
              .map(({ value, count }) => ({
                key: value,
                title: 'format' in group ? group.format(value) : value,
                count,
                to: linkWith({ [group.key]: [value] }),
              }))}
          />
        ))}
    </Columns>
  );
}
