import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  clusterEntityName,
  type Freshness as FleetFreshness,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ReactNode } from 'react';
import { Muted } from '../layout/Muted';
import { Stack } from '../layout/Stack';
import { Freshness } from '../time/Freshness';
import { ClusterLink } from './ClusterLink';

/** Props of {@link ClusterPlace}. @public */
export interface ClusterPlaceProps {
  cluster: string;
  environment?: string;
  freshness: FleetFreshness;
  /** What else is to be said of the place. */
  children?: ReactNode;
}

/**
 * The cluster where something is, its environment, and how old that knowledge is when it is old.
 *
 * @public
 */
export function ClusterPlace(props: ClusterPlaceProps) {
  const { cluster, environment, freshness, children } = props;
  return (
    <Stack gap={0}>
      <ClusterLink name={cluster} entityRef={entityRefOf(cluster)} />
      <Muted>{environment ?? 'no environment'}</Muted>
      {children}
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
