import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

/** Props of {@link FieldGroup}. @public */
export interface FieldGroupProps {
  title: string;
  help?: ReactNode;
  /** One of several: with a line around it. */
  framed?: boolean;
  children: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    group: { border: 0, margin: 0, minWidth: 0, padding: 0 },
    framed: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      margin: 0,
      minWidth: 0,
      padding: theme.spacing(1, 2, 2),
    },
    title: {
      fontSize: theme.typography.pxToRem(16),
      fontWeight: 600,
      padding: theme.spacing(0.5, 0.5, 0.5, 0),
    },
    help: { marginTop: 0, marginBottom: theme.spacing(1.5) },
  }),
  { name: 'FleetFieldGroup' },
);

/**
 * Fields that belong together, under a title.
 *
 * @public
 */
export function FieldGroup(props: FieldGroupProps) {
  const { title, help, framed, children } = props;
  const classes = useStyles();
  return (
    <fieldset className={framed ? classes.framed : classes.group}>
      <legend className={classes.title}>{title}</legend>
      {help && <FormHelperText className={classes.help}>{help}</FormHelperText>}
      {children}
    </fieldset>
  );
}
