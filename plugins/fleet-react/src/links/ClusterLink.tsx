import { EntityLink } from './EntityLink';

/**
 * A cluster's name, linked to its entity where it has one.
 *
 * @public
 */
export function ClusterLink(props: { name: string; entityRef?: string }) {
  return props.entityRef ? (
    <EntityLink entityRef={props.entityRef} title={props.name} />
  ) : (
    <>{props.name}</>
  );
}
