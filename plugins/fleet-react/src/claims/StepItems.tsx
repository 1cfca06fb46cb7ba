import type { ClaimStep } from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles } from '@material-ui/core/styles';
import { Muted } from '../layout/Muted';
import { StateBadge } from '../state/StateBadge';

const useStyles = makeStyles(
  {
    summary: { cursor: 'pointer' },
    list: { listStyle: 'none', margin: '4px 0 0', padding: 0 },
  },
  { name: 'FleetStepItems' },
);

/** What a step consists of: how much of it is there, and each thing where one asks. */
export function StepItems(props: { items: ClaimStep['items'] }) {
  const { items } = props;
  const classes = useStyles();
  const ready = items.filter(({ state }) => state === 'healthy').length;
  return (
    <details>
      <summary className={classes.summary}>
        {ready} of {items.length} ready
      </summary>
      <ul className={classes.list}>
        {items.map(({ title, state, summary }) => (
          <li key={title}>
            <StateBadge state={state} summary={summary} size="small" iconOnly />{' '}
            {title}
            {state !== 'healthy' && (
              <div>
                <Muted>{summary}</Muted>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
