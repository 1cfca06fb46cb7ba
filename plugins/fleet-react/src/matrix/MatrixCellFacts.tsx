import type {
  MatrixCell,
  MatrixRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { useGridStyles } from '../grid/useGridStyles';
import { KeyValues } from '../layout/KeyValues';
import { Mono } from '../layout/Mono';
import { shortRevision } from '../links/shortRevision';
import { StateBadge } from '../state/StateBadge';
import { Since } from '../time/Since';

/** What there is to say about what of an application runs on a cluster. */
export function MatrixCellFacts(props: { row: MatrixRow; cell: MatrixCell }) {
  const { row, cell } = props;
  const classes = useGridStyles();
  return (
    <>
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
            value: cell.revision && <Mono>{shortRevision(cell.revision)}</Mono>,
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
    </>
  );
}
