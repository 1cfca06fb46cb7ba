import type { MatrixRow } from '@fleetcommander/backstage-plugin-fleet-common';
import { useGridStyles } from '../grid/useGridStyles';
import { EntityLink } from '../links/EntityLink';
import { StateBadge } from '../state/StateBadge';

/** An application at the head of its row. */
export function MatrixRowHead(props: { row: MatrixRow }) {
  const { state, entityRef, title } = props.row;
  const classes = useGridStyles();
  return (
    <>
      <StateBadge state={state} iconOnly />
      <span className={classes.twoLines}>
        {entityRef ? <EntityLink entityRef={entityRef} title={title} /> : title}
      </span>
    </>
  );
}
