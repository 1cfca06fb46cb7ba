import { Link } from '@backstage/core-components';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ReactNode } from 'react';
import { stateColor } from '../state/stateLooks';
import { mutedColor } from './mutedColor';

/** One number of {@link SummaryTiles}. @public */
export interface SummaryTile {
  key: string;
  value: ReactNode;
  title: string;
  /** The list that the number counts. */
  to?: string;
  detail?: ReactNode;
  /** Colours the number; for what needs a person. */
  state?: State;
}

const useStyles = makeStyles(
  theme => ({
    tiles: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(168px, 100%), 1fr))',
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    tile: {
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      padding: theme.spacing(1.75, 2.25),
      position: 'relative',
      '&:hover, &:focus-within': {
        borderColor: theme.palette.primary.main,
      },
    },
    link: {
      color: 'inherit',
      '&::after': { content: '""', inset: 0, position: 'absolute' },
    },
    value: {
      display: 'block',
      fontSize: theme.typography.pxToRem(28),
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 600,
      lineHeight: 1.2,
    },
    title: { fontSize: theme.typography.pxToRem(14) },
    detail: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(13),
      position: 'relative',
      width: 'fit-content',
      zIndex: 1,
    },
  }),
  { name: 'FleetSummaryTiles' },
);

/**
 * The numbers that answer a screen's question, each a link to what it counts.
 *
 * @public
 */
export function SummaryTiles(props: { tiles: readonly SummaryTile[] }) {
  const classes = useStyles();
  const theme = useTheme();
  return (
    <ul className={classes.tiles}>
      {props.tiles.map(({ key, value, title, to, detail, state }) => {
        const number = (
          <>
            <span
              className={classes.value}
              style={state && { color: stateColor(theme, state) }}
            >
              {value}
            </span>{' '}
            <span className={classes.title}>{title}</span>
          </>
        );
        return (
          <li key={key} className={classes.tile}>
            {to ? (
              <Link to={to} className={classes.link}>
                {number}
              </Link>
            ) : (
              number
            )}
            {detail && <div className={classes.detail}>{detail}</div>}
          </li>
        );
      })}
    </ul>
  );
}
