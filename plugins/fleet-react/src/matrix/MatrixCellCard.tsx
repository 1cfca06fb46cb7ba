import Paper from '@material-ui/core/Paper';
import Popper from '@material-ui/core/Popper';
import type {
  MatrixCell,
  MatrixRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { KeyValues } from '../layout/KeyValues';
import { Mono } from '../layout/Mono';
import { shortRevision } from '../links/shortRevision';
import { StateBadge } from '../state/StateBadge';
import { Since } from '../time/Since';
import { useMatrixStyles } from './useMatrixStyles';

/** What there is to say about a cell, beside it while it is pointed at or focused. */
export function MatrixCellCard(props: {
  anchor: HTMLElement;
  row: MatrixRow;
  cell: MatrixCell;
}) {
  const { anchor, row, cell } = props;
  const classes = useMatrixStyles();
  return (
    <Popper
      open
      anchorEl={anchor}
      placement="bottom-start"
      className={classes.popper}
      role="tooltip"
    >
      <Paper elevation={6} className={classes.card}>
        <div className={classes.cardTitle}>
          {row.title} on {cell.cluster}
        </div>
        <KeyValues
          items={[
            {
              key: 'State',
              value: (
                <>
                  <StateBadge state={cell.state} size="small" />{' '}
                  <Since at={cell.since} />
                </>
              ),
            },
            { key: '', value: cell.summary },
            { key: 'Version', value: cell.version },
            {
              key: 'Revision',
              value: cell.revision && (
                <Mono>{shortRevision(cell.revision)}</Mono>
              ),
            },
            ...cell.images.map((image, index) => ({
              key: index === 0 ? 'Image' : ' '.repeat(index),
              value: <Mono wrap>{image}</Mono>,
            })),
            {
              key: 'Differs',
              value: cell.odd ? 'from most clusters of its row' : undefined,
            },
            {
              key: 'Age',
              value: cell.stale ? 'old: its cluster did not answer' : undefined,
            },
          ]}
        />
      </Paper>
    </Popper>
  );
}
