import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ErrorNotice,
  FleetContent,
  Skeleton,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { ReactNode } from 'react';
import { PlatformSections } from '../platform/PlatformSections';
import { clusterNameOf } from './clusterNameOf';
import { ClusterProvisioning } from './ClusterProvisioning';
import { ClusterTabs } from './ClusterTabs';
import { ClusterTrust } from './ClusterTrust';

/** Can I trust this cluster, and what is on it? Sections of other plugins are its children. */
export function EntityClusterContent(props: { children?: ReactNode }) {
  const { entity } = useEntity();
  const name = clusterNameOf(entity);
  const {
    value: detail,
    error,
    refresh,
  } = useFleet((api, signal) => api.getCluster(name, { signal }), [name]);

  return (
    <FleetContent tab>
      {error && (
        <ErrorNotice
          error={error}
          what={`the cluster ${name}`}
          onRetry={refresh}
        />
      )}
      {!detail && !error && <Skeleton rows={10} label="Loading the cluster" />}
      {detail && (
        <>
          <ClusterTrust cluster={detail.cluster} onRefresh={refresh} />
          <ClusterProvisioning cluster={detail.cluster} />
          {props.children}
          <PlatformSections page="cluster" scope={`cluster=${name}`} />
          <ClusterTabs detail={detail} />
        </>
      )}
    </FleetContent>
  );
}
