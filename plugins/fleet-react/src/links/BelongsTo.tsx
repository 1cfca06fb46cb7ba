import { Muted } from '../layout/Muted';
import { Stack } from '../layout/Stack';
import { EntityLink } from './EntityLink';

/** Props of {@link BelongsTo}. @public */
export interface BelongsToProps {
  /** Entities that it was proven to belong to. */
  entityRefs: readonly string[];
  ownerRefs: readonly string[];
}

/** A few; of what many share, the number says more. */
const few = 3;

/**
 * Whose something is: the entities that it was proven to belong to, and their owners.
 *
 * @public
 */
export function BelongsTo(props: BelongsToProps) {
  const { entityRefs, ownerRefs } = props;
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
