import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { PlainButton } from '../actions/PlainButton';
import { Muted } from '../layout/Muted';
import { ExternalLink } from '../links/ExternalLink';

/** More are a wall. */
const most = 6;

const useStyles = makeStyles(
  theme => ({
    list: {
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      listStyle: 'none',
      margin: 0,
      overflowWrap: 'anywhere',
      padding: 0,
    },
  }),
  { name: 'FleetMoveList' },
);

/**
 * What a promotion changes, in words, each with what lies between.
 *
 * @public
 */
export function MoveList(props: { moves: readonly Move[]; label: string }) {
  const { moves, label } = props;
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? moves : moves.slice(0, most);
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {shown.map(({ kind, name, region, summary, url, commits }) => (
          <li key={`${region} ${kind} ${name}`}>
            {summary}
            {(url || commits !== undefined) && (
              <Muted>
                {' '}
                <ExternalLink href={url}>{commitsWord(commits)}</ExternalLink>
              </Muted>
            )}
          </li>
        ))}
      </ul>
      {moves.length > most && (
        <PlainButton size="small" onClick={() => setAll(!all)}>
          {all ? `Show ${most}` : `Show all ${moves.length}`}
        </PlainButton>
      )}
    </>
  );
}

function commitsWord(commits: number | undefined): string {
  if (commits === undefined) {
    return 'what lies between';
  }
  return commits === 1 ? '1 commit' : `${commits.toLocaleString()} commits`;
}
