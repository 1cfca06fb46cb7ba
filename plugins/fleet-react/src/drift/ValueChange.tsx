import { alpha, makeStyles, type Theme } from '@material-ui/core/styles';
import { Mono } from '../layout/Mono';
import { Muted } from '../layout/Muted';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import { stateColor } from '../state/stateLooks';
import { readValue } from './readValue';

/** Props of {@link ValueChange}. @public */
export interface ValueChangeProps {
  /** JSON text of what Git had set; absent: nothing. */
  from?: string;
  /** JSON text of what is live; absent: nothing. */
  to?: string;
  /** It is over: what was live is no longer. */
  over?: boolean;
  /** One short line, for a list. */
  brief?: boolean;
}

/** Characters of a value in a line. */
const lineLength = 40;

const useStyles = makeStyles<Theme>(
  theme => {
    const side = {
      borderRadius: 6,
      fontSize: theme.typography.pxToRem(13),
      minWidth: 0,
      padding: theme.spacing(1, 1.5),
    };
    const git = stateColor(theme, 'progressing');
    const live = stateColor(theme, 'degraded');
    return {
      sides: {
        display: 'grid',
        gap: theme.spacing(1),
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
        margin: 0,
      },
      git: { ...side, backgroundColor: alpha(git, 0.09) },
      live: { ...side, backgroundColor: alpha(live, 0.11) },
      title: { fontWeight: 600 },
      lines: {
        fontFamily: 'monospace',
        margin: theme.spacing(0.5, 0, 0),
        overflowWrap: 'anywhere',
        whiteSpace: 'pre-wrap',
      },
      differs: { fontWeight: 700, textDecoration: 'underline dotted' },
    };
  },
  { name: 'FleetValueChange' },
);

/**
 * What a field was set to in Git and what it is now, side by side, or in a line of a list.
 *
 * @public
 */
export function ValueChange(props: ValueChangeProps) {
  const { brief, over = false } = props;
  const from = props.from === undefined ? undefined : readValue(props.from);
  const to = props.to === undefined ? undefined : readValue(props.to);

  if (!brief) {
    return <Sides from={from} to={to} over={over} />;
  }
  return (
    <span>
      <VisuallyHidden>in Git: </VisuallyHidden>
      <InLine value={from} absent="not set" />
      <span aria-hidden> → </span>
      <VisuallyHidden>, live: </VisuallyHidden>
      <InLine value={to} absent={from === undefined ? 'not set' : 'removed'} />
    </span>
  );
}

function InLine(props: { value: string | undefined; absent: string }) {
  const { value, absent } = props;
  if (value === undefined) {
    return <Muted>{absent}</Muted>;
  }
  const line = value.replace(/\s+/g, ' ');
  return (
    <Mono wrap>
      {line.length > lineLength ? `${line.slice(0, lineLength)}…` : line}
    </Mono>
  );
}

function Sides(props: {
  from: string | undefined;
  to: string | undefined;
  over: boolean;
}) {
  const { from, to, over } = props;
  const classes = useStyles();
  return (
    <dl className={classes.sides}>
      <div className={classes.git}>
        <dt className={classes.title}>In Git</dt>
        <Lines value={from} other={to} absent="not set" />
      </div>
      <div className={classes.live}>
        <dt className={classes.title}>{over ? 'Was live' : 'Live'}</dt>
        <Lines value={to} other={from} absent="removed" />
      </div>
    </dl>
  );
}

/** A value line by line; what the other side does not have stands out. */
function Lines(props: {
  value: string | undefined;
  other: string | undefined;
  absent: string;
}) {
  const { value, other, absent } = props;
  const classes = useStyles();
  const others = new Set(other?.split('\n').map(trimmed));
  const lines = value?.split('\n') ?? [];
  const many = lines.length > 1 && others.size > 0;
  return (
    <dd className={classes.lines}>
      {value === undefined && <Muted>{absent}</Muted>}
      {lines.map((line, index) => (
        <span
          key={index}
          className={
            many && !others.has(trimmed(line)) ? classes.differs : undefined
          }
        >
          {`${line}${index < lines.length - 1 ? '\n' : ''}`}
        </span>
      ))}
    </dd>
  );
}

/** Without the comma behind it, which depends on what follows. */
function trimmed(line: string): string {
  return line.replace(/,$/, '');
}
