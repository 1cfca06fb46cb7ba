import { useTheme } from '@material-ui/core/styles';
import type { CoverageState } from '@fleetcommander/backstage-plugin-fleet-common';
import { useBadgeStyles } from '../state/useBadgeStyles';
import { coverageColor, coverageGround, coverageLooks } from './coverageLooks';

/** Props of {@link CoverageBadge}. @public */
export interface CoverageBadgeProps {
  state: CoverageState;
  /** The fact is old: dimmed. */
  stale?: boolean;
}

/**
 * How a policy stands on a cluster, as word, sign and colour.
 *
 * @public
 */
export function CoverageBadge(props: CoverageBadgeProps) {
  const { state, stale } = props;
  const classes = useBadgeStyles();
  const theme = useTheme();
  const { sign, word } = coverageLooks[state];
  return (
    <span
      className={`${classes.badge} ${stale ? classes.stale : ''}`}
      style={{
        backgroundColor: coverageGround(theme, state),
        color: coverageColor(theme, state),
      }}
    >
      <span className={classes.sign} aria-hidden>
        {sign}
      </span>
      {word}
    </span>
  );
}
