import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import AcUnit from '@material-ui/icons/AcUnit';
import { stateColor } from '../state/stateLooks';

const useStyles = makeStyles(
  theme => ({
    mark: {
      alignItems: 'center',
      borderRadius: 4,
      display: 'flex',
      fontSize: theme.typography.pxToRem(12),
      gap: 4,
      lineHeight: 1.4,
      marginTop: 3,
      padding: '1px 4px',
    },
    icon: { flexShrink: 0, fontSize: '1.1em' },
    words: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FleetFreezeMark' },
);

/**
 * A freeze on a day, by its title; all of it when pointed at.
 *
 * @public
 */
export function FreezeMark(props: { title: string; words: string }) {
  const { title, words } = props;
  const classes = useStyles();
  const theme = useTheme();
  const color = stateColor(theme, 'suspended');
  return (
    <span
      className={classes.mark}
      style={{ backgroundColor: alpha(color, 0.14), color }}
      title={words}
    >
      <AcUnit className={classes.icon} aria-hidden />
      <span className={classes.words}>{title}</span>
    </span>
  );
}
