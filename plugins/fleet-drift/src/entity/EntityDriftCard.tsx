import { useEntity } from '@backstage/plugin-catalog-react';
import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ErrorNotice,
  filterLink,
  InternalLink,
  Muted,
  Section,
  SeverityBadge,
  Since,
  Skeleton,
  Stack,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { NothingDiffers } from '../ledger/NothingDiffers';
import { useDriftPaths } from '../useDriftPaths';
import { driftScopeOf } from './driftScopeOf';

const few = 5;

/** What of the entity differs from Git, in short. */
export function EntityDriftCard() {
  const { entity } = useEntity();
  const paths = useDriftPaths();
  const scope = driftScopeOf(entity);
  const terms = scope ? { [scope.key]: scope.value } : {};
  const {
    value: list,
    error,
    refresh,
  } = useFleet(
    (api, signal) =>
      api.listDrifts(
        {
          filter: Object.entries(terms).map(pair => pair.join('=')),
          limit: few,
        },
        { signal },
      ),
    [scope?.key, scope?.value],
  );

  return (
    <Section
      title="Drift"
      action={
        list &&
        list.totalItems > 0 && (
          <InternalLink to={filterLink(paths.drift, terms)}>
            {list.totalItems === 1 ? 'Open it' : `All ${list.totalItems}`}
          </InternalLink>
        )
      }
    >
      {error && (
        <ErrorNotice error={error} what="the drift" onRetry={refresh} />
      )}
      {!list && !error && <Skeleton rows={3} label="Loading what differs" />}
      {list?.totalItems === 0 && <NothingDiffers scope={scope} brief />}
      <Stack gap={1.5}>
        {list?.items.map(drift => (
          <ShortDrift
            key={drift.id}
            drift={drift}
            to={filterLink(paths.drift, { ...terms, drift: drift.id })}
          />
        ))}
      </Stack>
    </Section>
  );
}

function ShortDrift(props: { drift: Drift; to: string }) {
  const { severity, summary, cluster, since, freshness } = props.drift;
  return (
    <Stack gap={0.5}>
      <Stack direction="row" gap={1} align="center" wrap>
        <SeverityBadge severity={severity} stale={freshness.stale} />
        <Muted>
          {cluster} <Since at={since} />
        </Muted>
      </Stack>
      <InternalLink to={props.to}>{summary}</InternalLink>
    </Stack>
  );
}
