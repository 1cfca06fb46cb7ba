import { useTheme } from '@material-ui/core/styles';
import type { MatrixCell } from '@fleetcommander/backstage-plugin-fleet-common';
import { stateColor, stateGround, stateLooks } from '../state/stateLooks';
import { useGridStyles } from '../grid/useGridStyles';

/** Of a version such as `main@a97a942`: there is no room for it, and the commit is what differs. */
const branch = /^.+@(?=[0-9a-f]{7}$)/;

/** What of an application runs on a cluster: its version, coloured by its state, bordered where it is the odd one out. */
export function MatrixCellView(props: {
  cell: MatrixCell;
  /** Further applications of the row on this cluster. */
  more: number;
  opens: boolean;
}) {
  const { cell, more, opens } = props;
  const classes = useGridStyles();
  const theme = useTheme();
  const { icon: Icon, word } = stateLooks[cell.state];
  const color = stateColor(theme, cell.state, cell.stale);
  const quiet = cell.state === 'healthy';
  const className = [
    classes.cell,
    cell.odd && classes.odd,
    cell.stale && classes.stale,
    opens && classes.opens,
  ];
  return (
    <div
      className={className.filter(Boolean).join(' ')}
      style={{
        backgroundColor: stateGround(theme, cell.state),
        color: quiet ? theme.palette.text.primary : color,
      }}
    >
      <Icon className={classes.icon} style={{ color }} aria-hidden />
      <span className={`${classes.version} ${classes.clipped}`}>
        {cell.version?.replace(branch, '') ?? word}
      </span>
      {more > 0 && <span>+{more}</span>}
    </div>
  );
}
