import { alpha, makeStyles } from '@material-ui/core/styles';
import type { PlannedFile } from '@fleetcommander/backstage-plugin-fleet-common';
import { mutedColor } from '../layout/mutedColor';
import { scrollable } from '../layout/scrollable';
import { Text } from '../layout/Text';
import { ExternalLink } from '../links/ExternalLink';
import { stateColor } from '../state/stateLooks';

const useStyles = makeStyles(
  theme => ({
    file: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 6,
      overflow: 'hidden',
    },
    head: {
      backgroundColor: alpha(theme.palette.text.primary, 0.04),
      padding: theme.spacing(0.75, 1.5),
    },
    lines: {
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.55,
      margin: 0,
      maxHeight: '50vh',
      overflow: 'auto',
      padding: theme.spacing(1, 0),
    },
    line: { display: 'block', minHeight: '1.55em', padding: '0 12px' },
    place: { color: mutedColor(theme) },
    removed: {
      backgroundColor: alpha(stateColor(theme, 'failing'), 0.12),
    },
    added: { backgroundColor: alpha(stateColor(theme, 'healthy'), 0.14) },
  }),
  { name: 'FleetUnifiedDiff' },
);

/**
 * A file before and after in one column: what goes, what comes, and a few lines around.
 *
 * @public
 */
export function UnifiedDiff(props: { file: PlannedFile }) {
  const { path, diff, url } = props.file;
  const classes = useStyles();
  return (
    <div className={classes.file}>
      <div className={classes.head}>
        <Text variant="strong">
          <ExternalLink href={url}>{path}</ExternalLink>
        </Text>
      </div>
      <pre
        className={classes.lines}
        role="region"
        aria-label={`What changes in ${path}`}
        {...scrollable}
      >
        {changesOf(diff).map((line, index) => (
          <span key={index} className={`${classes.line} ${lookOf(line)}`}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
    </div>
  );

  function lookOf(line: string): string {
    switch (line[0]) {
      case '+':
        return classes.added;
      case '-':
        return classes.removed;
      case '@':
        return classes.place;
      default:
        return '';
    }
  }
}

/** Without the names of the file, which stand above it. */
function changesOf(diff: string): string[] {
  const lines = diff.replace(/\n$/, '').split('\n');
  const first = lines.findIndex(line => line.startsWith('@@'));
  return first > 0 ? lines.slice(first) : lines;
}
