import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EntityLink,
  Muted,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** A few; of what many share, the number says more. */
const few = 3;

/** Whose it is: the entities that it was proven to belong to, and their owners. */
export function DriftOwner(props: { drift: Drift }) {
  const { entityRefs, ownerRefs } = props.drift;
  if (entityRefs.length + ownerRefs.length === 0) {
    return <Muted>nobody</Muted>;
  }
  return (
    <Stack gap={0}>
      {entityRefs.length > few ? (
        <Muted>shared by {entityRefs.length} components</Muted>
      ) : (
        entityRefs.map(ref => <EntityLink key={ref} entityRef={ref} />)
      )}
      {ownerRefs.slice(0, few).map(ref => (
        <EntityLink key={ref} entityRef={ref} />
      ))}
    </Stack>
  );
}
