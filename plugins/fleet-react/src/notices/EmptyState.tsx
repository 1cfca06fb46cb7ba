import { PlainButton } from '../actions/PlainButton';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { mutedColor } from '../layout/mutedColor';

/** Props of {@link EmptyState}. @public */
export interface EmptyStateProps {
  title: string;
  /** What would be here. */
  description: ReactNode;
  /** The one thing to do. */
  action?: { title: string; to?: string; onClick?(): void };
}

const useStyles = makeStyles(
  theme => ({
    empty: {
      alignItems: 'center',
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(6, 3),
      textAlign: 'center',
    },
    link: { textTransform: 'none' },
    title: { fontSize: theme.typography.pxToRem(17), fontWeight: 600 },
    description: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      marginBottom: theme.spacing(1),
      maxWidth: 560,
    },
  }),
  { name: 'FleetEmptyState' },
);

/**
 * Teaches what would be here, and the one thing to do.
 *
 * @public
 */
export function EmptyState(props: EmptyStateProps) {
  const { title, description, action } = props;
  const classes = useStyles();
  return (
    <div className={classes.empty}>
      <div className={classes.title}>{title}</div>
      <div className={classes.description}>{description}</div>
      {action?.to && (
        <LinkButton
          to={action.to}
          variant="outlined"
          color="primary"
          className={classes.link}
        >
          {action.title}
        </LinkButton>
      )}
      {action?.onClick && (
        <PlainButton
          variant="outlined"
          color="primary"
          onClick={action.onClick}
        >
          {action.title}
        </PlainButton>
      )}
    </div>
  );
}
