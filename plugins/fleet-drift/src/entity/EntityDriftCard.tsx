import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  Drift,
  EntityView,
  Facets,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ErrorNotice,
  filterLink,
  fleetScopeOf,
  InternalLink,
  Muted,
  Section,
  SeverityBadge,
  SeverityCounts,
  Since,
  Skeleton,
  Stack,
  Text,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { LookedAtText } from '../ledger/LookedAtText';
import { lookedAtOf } from '../ledger/useLookedAt';
import { useDriftPaths } from '../useDriftPaths';

const few = 5;

/** What of the entity differs from Git, in short. */
export function EntityDriftCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const paths = useDriftPaths();
  const scope = fleetScopeOf(entity);
  const terms = scope ? { [scope.key]: scope.value } : {};
  const {
    value: view,
    error,
    refresh,
  } = useFleet(
    (api, signal) =>
      api.getEntity(entityRef, { sections: ['drift'] }, { signal }),
    [entityRef],
  );
  const drifts = view?.drift;

  return (
    <Section
      title="Drift"
      subtitle={
        drifts &&
        drifts.totalItems > 0 && (
          <SeverityCounts
            counts={countsOf(drifts.facets.severity)}
            linkTo={severity => filterLink(paths.drift, { ...terms, severity })}
          />
        )
      }
      action={
        drifts &&
        drifts.totalItems > 0 && (
          <InternalLink to={filterLink(paths.drift, terms)}>
            {drifts.totalItems === 1 ? 'Open it' : `All ${drifts.totalItems}`}
          </InternalLink>
        )
      }
    >
      {error && (
        <ErrorNotice error={error} what="the drift" onRetry={refresh} />
      )}
      {!view && !error && <Skeleton rows={3} label="Loading what differs" />}
      <Stack gap={1.5}>
        {view && drifts?.totalItems === 0 && (
          <LookedAtText looked={lookedAtOf(view)} />
        )}
        {drifts?.items.slice(0, few).map(drift => (
          <ShortDrift
            key={drift.id}
            drift={drift}
            isHere={scope?.key === 'cluster'}
            to={filterLink(paths.drift, { ...terms, drift: drift.id })}
          />
        ))}
        {view && (
          <BlindSpotCount
            view={view}
            to={filterLink(paths.drift, { ...terms, view: 'blind' })}
          />
        )}
      </Stack>
    </Section>
  );
}

function ShortDrift(props: {
  drift: Drift;
  /** Whether all of them are on one cluster. */
  isHere: boolean;
  to: string;
}) {
  const { isHere } = props;
  const { severity, summary, cluster, title, since, freshness } = props.drift;
  return (
    <Stack gap={0.5}>
      <Stack direction="row" gap={1} align="center" wrap>
        <SeverityBadge severity={severity} stale={freshness.stale} />
        <Muted>
          {isHere || title === cluster ? title : `${title} on ${cluster}`}{' '}
          <Since at={since} />
        </Muted>
      </Stack>
      <InternalLink to={props.to}>
        <Text lines={3}>{summary}</Text>
      </InternalLink>
    </Stack>
  );
}

/** That nothing is told of these means nothing. */
function BlindSpotCount(props: { view: EntityView; to: string }) {
  const count = props.view.blindSpots?.totalItems ?? 0;
  return count > 0 ? (
    <InternalLink to={props.to}>
      {count === 1
        ? '1 blind spot, where nobody corrects drift'
        : `${count} blind spots, where nobody corrects drift`}
    </InternalLink>
  ) : null;
}

/** The numbers of a facet by value. */
function countsOf(facet: Facets[string] = []): Record<string, number> {
  return Object.fromEntries(facet.map(({ value, count }) => [value, count]));
}
