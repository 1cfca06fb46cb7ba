import { LinkButton as BackstageLinkButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

/** Props of {@link LinkButton}. @public */
export interface LinkButtonProps {
  to: string;
  primary?: boolean;
  size?: 'small' | 'medium';
  children: ReactNode;
}

const useStyles = makeStyles(
  { button: { fontFamily: 'inherit', textTransform: 'none' } },
  { name: 'FleetLinkButton' },
);

/**
 * A link that leads to doing something.
 *
 * @public
 */
export function LinkButton(props: LinkButtonProps) {
  const { to, primary, size, children } = props;
  const classes = useStyles();
  return (
    <BackstageLinkButton
      to={to}
      variant={primary ? 'contained' : 'outlined'}
      color={primary ? 'primary' : 'default'}
      size={size}
      className={classes.button}
    >
      {children}
    </BackstageLinkButton>
  );
}
