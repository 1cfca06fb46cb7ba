import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  EpisodeDuration,
  Muted,
  SeverityBadge,
  Stack,
  Text,
  type FleetScope,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { driftKindWord } from '../driftKindWords';
import { DriftPlace } from '../drift/DriftPlace';
import { WhatDiffers } from '../drift/WhatDiffers';

/** How each part of a drift looks. */
export const driftColumns: FleetTableColumn<Drift>[] = [
  {
    key: 'severity',
    title: 'Severity',
    sort: 'severity',
    width: '136px',
    render: ({ severity, kind, freshness }) => (
      <Stack gap={0.25} align="start">
        <SeverityBadge severity={severity} stale={freshness.stale} />
        <Muted>{driftKindWord(kind)}</Muted>
      </Stack>
    ),
  },
  {
    key: 'what',
    title: 'What differs',
    sort: 'title',
    width: 'minmax(240px, 3fr)',
    render: drift => <WhatDiffers drift={drift} />,
  },
  {
    key: 'where',
    title: 'Where',
    sort: 'cluster',
    width: 'minmax(144px, 1fr)',
    render: drift => <DriftPlace drift={drift} />,
  },
  {
    key: 'owner',
    title: 'Belongs to',
    width: 'minmax(100px, 1fr)',
    render: drift => <BelongsTo {...drift} />,
  },
  {
    key: 'correction',
    title: 'Who corrects it',
    width: 'minmax(150px, 1.4fr)',
    render: ({ correction }) => <Correction correction={correction} />,
  },
  {
    key: 'since',
    title: 'How long',
    sort: 'since',
    width: '112px',
    render: drift => <EpisodeDuration {...drift} />,
  },
];

/** How a drift looks in a list: without what every row would say alike. */
export function columnsFor(
  scope: FleetScope | undefined,
): FleetTableColumn<Drift>[] {
  const alike = {
    where: scope?.key === 'cluster',
    owner: scope?.sum === false,
  };
  return driftColumns.filter(({ key }) => !alike[key as keyof typeof alike]);
}

function Correction(props: Pick<Drift, 'correction'>) {
  const { expected, by, reason } = props.correction;
  return (
    <Stack gap={0}>
      <Text variant="strong">{expected ? by ?? 'its engine' : 'nobody'}</Text>
      <Text variant="small" lines={3}>
        {reason}
      </Text>
    </Stack>
  );
}
