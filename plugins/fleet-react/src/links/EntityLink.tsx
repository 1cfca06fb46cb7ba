import { EntityRefLink } from '@backstage/plugin-catalog-react';

/**
 * A link to an entity of the catalog.
 *
 * @public
 */
export function EntityLink(props: { entityRef: string; title?: string }) {
  return (
    <EntityRefLink entityRef={props.entityRef} title={props.title} hideIcon />
  );
}
