import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import { Muted, Stack } from '@fleetcommander/backstage-plugin-fleet-react';

import { ClusterName } from '../clusters/ClusterName';

/** Where an application deploys to, and where its object lives when that is another cluster. */
export function TargetCluster(props: { application: Application }) {
  const { cluster, targetCluster, targetUnknown } = props.application;

  if (!targetCluster) {
    return (
      <Stack gap={0}>
        <ClusterName name={cluster} />
        <Muted>target not known: {targetUnknown ?? 'no reason given'}</Muted>
      </Stack>
    );
  }
  return (
    <Stack gap={0}>
      <ClusterName name={targetCluster} />
      {targetCluster !== cluster && <Muted>steered from {cluster}</Muted>}
    </Stack>
  );
}
