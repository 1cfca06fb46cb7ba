import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  ClusterPlace,
  EpisodeDuration,
  Muted,
  SeverityBadge,
  Stack,
  type FleetScope,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { verdictWord } from '../policyWords';
import { WhatBreaks } from './WhatBreaks';
import { WhatToDo } from './WhatToDo';

/** How a breach looks in a list. */
export const resultColumns: FleetTableColumn<PolicyResult>[] = [
  {
    key: 'severity',
    title: 'Severity',
    sort: 'severity',
    width: '120px',
    render: ({ severity, verdict, freshness }) => (
      <Stack gap={0.25} align="start">
        <SeverityBadge severity={severity} stale={freshness.stale} />
        {verdict !== 'fail' && <Muted>{verdictWord(verdict)}</Muted>}
      </Stack>
    ),
  },
  {
    key: 'what',
    title: 'What breaks which policy',
    sort: 'policy',
    width: 'minmax(220px, 2fr)',
    render: result => <WhatBreaks result={result} />,
  },
  {
    key: 'fix',
    title: 'How to fix it',
    width: 'minmax(220px, 2.4fr)',
    render: result => <WhatToDo result={result} />,
  },
  {
    key: 'where',
    title: 'Where',
    sort: 'cluster',
    width: 'minmax(140px, 1fr)',
    render: result => <ClusterPlace {...result} />,
  },
  {
    key: 'owner',
    title: 'Belongs to',
    width: 'minmax(100px, 1fr)',
    render: result => <BelongsTo {...result} />,
  },
  {
    key: 'since',
    title: 'How long',
    sort: 'since',
    width: '104px',
    render: result => <EpisodeDuration {...result} />,
  },
];

/** What every row would say alike. */
export function hiddenColumn(scope: FleetScope | undefined) {
  if (scope?.key === 'cluster') {
    return 'where';
  }
  return scope?.sum === false ? 'owner' : undefined;
}
