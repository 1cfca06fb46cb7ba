import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  clusterEntityName,
  type Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ClusterLink,
  Freshness,
  Muted,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** The cluster of a drift, its environment, and how old that knowledge is when it is old. */
export function DriftPlace(props: { drift: Drift }) {
  const { cluster, application, environment, freshness } = props.drift;
  return (
    <Stack gap={0}>
      <ClusterLink name={cluster} entityRef={entityRefOf(cluster)} />
      <Muted>{environment ?? 'no environment'}</Muted>
      {application && application.cluster !== cluster && (
        <Muted>steered from {application.cluster}</Muted>
      )}
      {freshness.stale && <Freshness freshness={freshness} />}
    </Stack>
  );
}

/** Every cluster of the fleet is a Resource of the catalog. */
function entityRefOf(cluster: string): string {
  return stringifyEntityRef({
    kind: 'resource',
    namespace: 'default',
    name: clusterEntityName(cluster),
  });
}
