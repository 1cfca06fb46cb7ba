import { alpha, makeStyles } from '@material-ui/core/styles';
import type { DiffField } from '@fleetcommander/backstage-plugin-fleet-common';
import { ValueChange } from '../drift/ValueChange';
import { Mono } from '../layout/Mono';
import { Muted } from '../layout/Muted';
import { mutedColor } from '../layout/mutedColor';
import { stateColor } from '../state/stateLooks';
import { Age } from '../time/Age';

const signs: Record<DiffField['state'], string> = {
  changed: '≠',
  added: '+',
  removed: '−',
  ignored: '○',
};

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    field: {
      borderTop: `1px solid ${theme.palette.divider}`,
      display: 'flex',
      flexWrap: 'wrap',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(0.5, 2),
      lineHeight: 1.5,
      padding: theme.spacing(1, 0),
      '&:first-child': { borderTop: 'none' },
    },
    state: {
      backgroundColor: alpha(stateColor(theme, 'degraded'), 0.12),
      borderRadius: 10,
      color: stateColor(theme, 'degraded'),
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 600,
      padding: theme.spacing(0, 1),
    },
    ignored: {
      backgroundColor: alpha(theme.palette.text.primary, 0.06),
      color: mutedColor(theme),
    },
    words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'FleetDiffFields' },
);

/** The fields that differ, each with what it should be, what it is, and who set it. */
export function DiffFieldList(props: {
  label: string;
  fields: readonly DiffField[];
}) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.fields.map(field => (
        <li key={field.path} className={classes.field}>
          <span>
            <span
              className={`${classes.state} ${
                field.state === 'ignored' ? classes.ignored : ''
              }`}
            >
              <span aria-hidden>{signs[field.state]} </span>
              {field.state}
            </span>
          </span>
          <div className={classes.words}>
            <div>
              <Mono wrap>{field.path}</Mono>
            </div>
            <div>
              {field.masked ? (
                <Muted>it holds a secret: the values are not shown</Muted>
              ) : (
                <ValueChange from={field.from} to={field.to} brief />
              )}
            </div>
            <Muted>
              <WhoSetIt field={field} />
            </Muted>
          </div>
        </li>
      ))}
    </ul>
  );
}

function WhoSetIt(props: { field: DiffField }) {
  const { state, manager, at, reason } = props.field;
  if (reason) {
    return <>{reason}</>;
  }
  if (!manager) {
    return (
      <>
        {state === 'removed'
          ? 'who removed it leaves no trace'
          : 'which client set it is not known'}
      </>
    );
  }
  return (
    <>
      by {manager} {at && <Age at={at} />}
    </>
  );
}
