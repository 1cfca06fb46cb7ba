import { useTheme } from '@material-ui/core/styles';
import type { PolicyCoverageCell } from '@fleetcommander/backstage-plugin-fleet-common';
import { useGridStyles } from '../grid/useGridStyles';
import { stateColor } from '../state/stateLooks';
import { coverageColor, coverageGround, coverageLooks } from './coverageLooks';

/** How a policy or control stands on a cluster; bordered where that is less than the baseline demands. */
export function CoverageCellView(props: {
  cell: PolicyCoverageCell;
  opens: boolean;
}) {
  const { cell, opens } = props;
  const classes = useGridStyles();
  const theme = useTheme();
  const { sign, word } = coverageLooks[cell.state];
  const color = coverageColor(theme, cell.state);
  const className = [
    classes.cell,
    cell.deviation && classes.odd,
    opens && classes.opens,
  ];
  return (
    <div
      className={className.filter(Boolean).join(' ')}
      style={{
        backgroundColor: coverageGround(theme, cell.state),
        borderColor: cell.deviation ? stateColor(theme, 'failing') : undefined,
        color: cell.state === 'enforce' ? theme.palette.text.primary : color,
      }}
    >
      <span className={classes.sign} style={{ color }} aria-hidden>
        {sign}
      </span>
      <span className={`${classes.version} ${classes.clipped}`}>{word}</span>
    </div>
  );
}
