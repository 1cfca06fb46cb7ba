import {
  ClusterLink,
  filterLink,
  InternalLink,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../useFleetPaths';

/** A cluster's name, linked to its entity, or to its row in the inventory where the entity is not known. */
export function ClusterName(props: { name: string; entityRef?: string }) {
  const { name, entityRef } = props;
  const paths = useFleetPaths();

  return entityRef ? (
    <ClusterLink name={name} entityRef={entityRef} />
  ) : (
    <InternalLink to={filterLink(paths.clusters, { text: name })}>
      {name}
    </InternalLink>
  );
}
