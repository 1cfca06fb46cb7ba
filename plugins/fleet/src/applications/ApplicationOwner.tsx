import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EntityLink,
  Muted,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** The entity that an application was proven to belong to, and its owner. */
export function ApplicationOwner(props: { application: Application }) {
  const { entityRefs, ownerRefs, shared } = props.application;

  if (shared) {
    return <Muted>shared by {entityRefs.length} components</Muted>;
  }
  if (entityRefs.length + ownerRefs.length === 0) {
    return <Muted>unowned</Muted>;
  }
  return (
    <Stack gap={0}>
      {[...entityRefs, ...ownerRefs].map(entityRef => (
        <EntityLink key={entityRef} entityRef={entityRef} />
      ))}
    </Stack>
  );
}
