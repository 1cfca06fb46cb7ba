import Button from '@material-ui/core/Button';
import { withStyles } from '@material-ui/core/styles';

/** A button that does not shout. */
export const PlainButton = withStyles(
  { root: { fontFamily: 'inherit', textTransform: 'none' } },
  { name: 'FleetButton' },
)(Button);
