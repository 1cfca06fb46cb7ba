import { PlainButton } from '../actions/PlainButton';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { useId, useState } from 'react';
import { CopyButton } from '../links/CopyButton';
import { mutedColor } from '../layout/mutedColor';
import { scrollable } from '../layout/scrollable';
import { Text } from '../layout/Text';
import { stateColor } from '../state/stateLooks';

/** Props of {@link CodeView}. @public */
export interface CodeViewProps {
  /** YAML. */
  code: string;
  title: string;
  /** Closed at first, to be opened. */
  collapsed?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    box: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 6,
      overflow: 'hidden',
      textAlign: 'left',
    },
    head: {
      alignItems: 'center',
      backgroundColor: alpha(theme.palette.text.primary, 0.04),
      display: 'flex',
      gap: theme.spacing(1),
      justifyContent: 'space-between',
      padding: theme.spacing(0.5, 1, 0.5, 1.5),
    },
    code: {
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.55,
      margin: 0,
      maxHeight: '60vh',
      overflow: 'auto',
      padding: theme.spacing(1.5),
      tabSize: 2,
    },
    key: { color: stateColor(theme, 'progressing') },
    comment: { color: mutedColor(theme), fontStyle: 'italic' },
  }),
  { name: 'FleetCodeView' },
);

/**
 * YAML to read and to copy.
 *
 * @public
 */
export function CodeView(props: CodeViewProps) {
  const { code, title, collapsed = false } = props;
  const classes = useStyles();
  const id = useId();
  const [open, setOpen] = useState(!collapsed);
  return (
    <div className={classes.box}>
      <div className={classes.head}>
        <Text variant="strong">{title}</Text>
        <span>
          {collapsed && (
            <PlainButton
              size="small"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {open ? 'Hide' : 'Show'}
            </PlainButton>
          )}
          <CopyButton text={code} title={`copy ${title}`} />
        </span>
      </div>
      {open && (
        <pre
          id={id}
          className={classes.code}
          role="region"
          aria-label={title}
          {...scrollable}
        >
          {code.split('\n').map((line, index) => (
            <YamlLine key={index} line={line} />
          ))}
        </pre>
      )}
    </div>
  );
}

/** A line with its key or comment set off. */
function YamlLine(props: { line: string }) {
  const classes = useStyles();
  const { line } = props;
  if (/^\s*#/.test(line)) {
    return <span className={classes.comment}>{`${line}\n`}</span>;
  }
  const [, indent = '', key = '', rest = line] =
    line.match(/^([\s-]*)([^\s:"'#][^:]*:)(\s.*|)$/) ?? [];
  return (
    <>
      {indent}
      <span className={classes.key}>{key}</span>
      {`${rest}\n`}
    </>
  );
}
