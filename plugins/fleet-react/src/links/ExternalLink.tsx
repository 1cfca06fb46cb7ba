import { makeStyles } from '@material-ui/core/styles';
import OpenInNew from '@material-ui/icons/OpenInNew';
import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { safeUrl } from './safeUrl';

const useStyles = makeStyles(
  {
    icon: {
      fontSize: '0.9em',
      marginLeft: '0.25em',
      verticalAlign: '-0.08em',
    },
  },
  { name: 'FleetExternalLink' },
);

/**
 * A link out of the portal; plain text when the address is not one of http or https.
 *
 * @public
 */
export function ExternalLink(props: { href?: string; children: ReactNode }) {
  const classes = useStyles();
  const to = safeUrl(props.href);
  return to ? (
    <Link to={to}>
      {props.children}
      <OpenInNew className={classes.icon} aria-hidden />
    </Link>
  ) : (
    <>{props.children}</>
  );
}
