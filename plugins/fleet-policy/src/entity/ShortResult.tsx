import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  InternalLink,
  Muted,
  SeverityBadge,
  Since,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { breachTitle } from '../results/breachTitle';
import { resourceWords } from '../results/resourceWords';
import { WhatToDo } from '../results/WhatToDo';

/** A breach and how to fix it, in a few lines. */
export function ShortResult(props: {
  result: PolicyResult;
  /** Whether all of them are on one cluster. */
  isHere: boolean;
  to: string;
}) {
  const { result, isHere, to } = props;
  const { severity, resource, since, freshness } = result;
  return (
    <Stack gap={0.5}>
      <Stack direction="row" gap={1} align="center" wrap>
        <SeverityBadge severity={severity} stale={freshness.stale} />
        <InternalLink to={to}>{breachTitle(result)}</InternalLink>
      </Stack>
      <Muted>
        {isHere
          ? resourceWords(resource)
          : `${resourceWords(resource)} on ${clusterWords(result)}`}{' '}
        <Since at={since} />
      </Muted>
      <WhatToDo result={result} />
    </Stack>
  );
}

/** One cluster by its name; of several how many there are as well. */
function clusterWords({ cluster, clusters = [] }: PolicyResult): string {
  return clusters.length > 1
    ? `${clusters.length} clusters (${clusters.join(', ')})`
    : cluster;
}
