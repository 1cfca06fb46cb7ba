import type {
  PolicyCoverageColumn,
  PolicyCoverageRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { useGridStyles } from '../grid/useGridStyles';
import { enforcedWords } from './enforcedWords';

/** A policy or control at the head of its row, and where it is enforced. */
export function CoverageRowHead(props: {
  row: PolicyCoverageRow;
  columns: readonly PolicyCoverageColumn[];
}) {
  const { row, columns } = props;
  const classes = useGridStyles();
  return (
    <span>
      <span className={classes.clampedTitle}>{row.title}</span>
      <span className={classes.rowNote}>{enforcedWords(row, columns)}</span>
    </span>
  );
}
