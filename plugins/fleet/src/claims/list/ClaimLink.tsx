import { InternalLink } from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../../useFleetPaths';

/** A claim's name, linked to its page. */
export function ClaimLink(props: { id: string; name: string }) {
  const { id, name } = props;
  const paths = useFleetPaths();
  return <InternalLink to={paths.claim(id)}>{name}</InternalLink>;
}
