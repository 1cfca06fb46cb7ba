import { makeStyles } from '@material-ui/core/styles';
import { mutedColor } from '../layout/mutedColor';
import { CopyButton } from './CopyButton';
import { ExternalLink } from './ExternalLink';
import { shortRevision } from './shortRevision';

/** Props of {@link VersionTag}. @public */
export interface VersionTagProps {
  version?: string;
  revision?: string;
  /** The revision on its host. */
  href?: string;
}

const useStyles = makeStyles(
  theme => ({
    tag: {
      alignItems: 'center',
      display: 'inline-flex',
      flexWrap: 'wrap',
      gap: '0 6px',
      maxWidth: '100%',
    },
    version: { fontWeight: 600, overflowWrap: 'anywhere' },
    none: { color: mutedColor(theme) },
    revision: {
      alignItems: 'center',
      color: mutedColor(theme),
      display: 'inline-flex',
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(12),
    },
  }),
  { name: 'FleetVersionTag' },
);

/**
 * What people call a version, and beside it the revision: short to read, whole to copy, linked to its commit.
 *
 * @public
 */
export function VersionTag(props: VersionTagProps) {
  const { version, revision, href } = props;
  const classes = useStyles();
  const short = revision && shortRevision(revision);
  const saysRevision = short !== undefined && version?.endsWith(short);

  return (
    <span className={classes.tag}>
      {!version && !revision && (
        <span className={classes.none}>no version</span>
      )}
      {version && !saysRevision && (
        <span className={classes.version}>{version}</span>
      )}
      {revision && (
        <span className={classes.revision} title={revision}>
          <ExternalLink href={href}>
            {saysRevision ? version : short}
          </ExternalLink>
          <CopyButton text={revision} title={`copy ${revision}`} />
        </span>
      )}
    </span>
  );
}
