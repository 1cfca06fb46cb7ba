import type {
  GateEnforcement,
  GateVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles } from '@material-ui/core/styles';
import { Muted } from '../layout/Muted';
import { mutedColor } from '../layout/mutedColor';
import { enforcementWords } from './gateLooks';
import { GateLine } from './GateLine';

/** Props of {@link GateList}. @public */
export interface GateListProps {
  gates: readonly GateVerdict[];
  enforcement: GateEnforcement;
  /** Into which they are merged. */
  branch?: string;
}

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    passed: {
      '& > summary': {
        color: mutedColor(theme),
        cursor: 'pointer',
        fontSize: theme.typography.pxToRem(13),
      },
      '& > ul': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'FleetGateList' },
);

/**
 * The gates of a stage with the evidence for each: those that hold up first and in full, the others as a number that opens. Below
 * them, whether the branch holds to them.
 *
 * @public
 */
export function GateList(props: GateListProps) {
  const { gates, enforcement, branch } = props;
  const classes = useStyles();
  const holding = gates.filter(({ state }) => holdsUp(state));
  const others = gates.filter(({ state }) => !holdsUp(state));
  const enforced = gates.length > 0 && enforcementWords(enforcement, branch);
  if (gates.length === 0) {
    return <Muted>None are known.</Muted>;
  }
  return (
    <div className={classes.list}>
      {holding.length > 0 && (
        <ul className={classes.list} aria-label="Gates that hold up">
          {holding.map(gate => (
            <GateLine key={gate.gate} gate={gate} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details className={classes.passed}>
          <summary>{othersWord(others, holding.length === 0)}</summary>
          <ul className={classes.list} aria-label="Gates that do not hold up">
            {others.map(gate => (
              <GateLine key={gate.gate} gate={gate} />
            ))}
          </ul>
        </details>
      )}
      {enforced && <Muted>{enforced}</Muted>}
    </div>
  );
}

function holdsUp(state: GateVerdict['state']): boolean {
  return state !== 'passed' && state !== 'skipped';
}

function othersWord(others: readonly GateVerdict[], all: boolean): string {
  const passed = others.filter(({ state }) => state === 'passed').length;
  const skipped = others.length - passed;
  return [
    passed > 0 &&
      `${all && passed > 1 ? 'all ' : ''}${passed} ${
        passed === 1 ? 'gate is' : 'gates are'
      } open`,
    skipped > 0 && `${skipped} ${skipped === 1 ? 'does' : 'do'} not apply`,
  ]
    .filter(Boolean)
    .join(', ');
}
