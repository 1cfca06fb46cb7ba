import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Muted,
  SeverityBadge,
  Stack,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { driftKindWord } from '../driftKindWords';
import { DriftDuration } from '../drift/DriftDuration';
import { DriftOwner } from '../drift/DriftOwner';
import { DriftPlace } from '../drift/DriftPlace';
import { WhatDiffers } from '../drift/WhatDiffers';

/** How a drift looks in a list. */
export const driftColumns: FleetTableColumn<Drift>[] = [
  {
    key: 'severity',
    title: 'Severity',
    sort: 'severity',
    width: '150px',
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
    width: 'minmax(260px, 3fr)',
    render: drift => <WhatDiffers drift={drift} />,
  },
  {
    key: 'where',
    title: 'Where',
    sort: 'cluster',
    width: 'minmax(140px, 1.2fr)',
    render: drift => <DriftPlace drift={drift} />,
  },
  {
    key: 'owner',
    title: 'Belongs to',
    width: 'minmax(110px, 1fr)',
    render: drift => <DriftOwner drift={drift} />,
  },
  {
    key: 'correction',
    title: 'Is it being corrected?',
    width: 'minmax(170px, 1.5fr)',
    render: ({ correction }) => correction.reason,
  },
  {
    key: 'since',
    title: 'How long',
    sort: 'since',
    width: '130px',
    render: drift => <DriftDuration drift={drift} />,
  },
];
