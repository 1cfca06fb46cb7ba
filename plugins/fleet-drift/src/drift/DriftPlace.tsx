import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  filterLink,
  Freshness,
  InternalLink,
  Muted,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useDriftPaths } from '../useDriftPaths';

/** The cluster of a drift, its environment, and how old that knowledge is when it is old. */
export function DriftPlace(props: { drift: Drift }) {
  const { cluster, application, environment, freshness } = props.drift;
  const paths = useDriftPaths();
  return (
    <Stack gap={0}>
      <InternalLink to={filterLink(paths.clusters, { text: cluster })}>
        {cluster}
      </InternalLink>
      <Muted>{environment ?? 'no environment'}</Muted>
      {application && application.cluster !== cluster && (
        <Muted>steered from {application.cluster}</Muted>
      )}
      {freshness.stale && <Freshness freshness={freshness} />}
    </Stack>
  );
}
