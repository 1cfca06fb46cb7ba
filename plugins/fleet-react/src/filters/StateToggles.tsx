import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  type Facets,
  statesByUrgency,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { stateColor, stateLooks } from '../state/stateLooks';
import { ToggleButton } from './ToggleButton';

const useStyles = makeStyles(
  {
    group: { display: 'flex', flexWrap: 'wrap', gap: 6 },
    icon: { fontSize: '1.2em' },
  },
  { name: 'FleetStateToggles' },
);

/** The states on offer, worst first, each to be taken in or out. */
export function StateToggles(props: {
  values: Facets[string];
  selected: readonly string[];
  onToggle(state: string): void;
}) {
  const { values, selected, onToggle } = props;
  const classes = useStyles();
  const theme = useTheme();
  const counts = new Map(values.map(({ value, count }) => [value, count]));
  const offered = statesByUrgency.filter(
    state => counts.get(state) || selected.includes(state),
  );

  return (
    <div className={classes.group} role="group" aria-label="State">
      {offered.map(state => {
        const { word, icon: Icon } = stateLooks[state];
        return (
          <ToggleButton
            key={state}
            pressed={selected.includes(state)}
            onToggle={() => onToggle(state)}
          >
            <Icon
              aria-hidden
              className={classes.icon}
              style={{ color: stateColor(theme, state) }}
            />
            {word} {counts.get(state) ?? 0}
          </ToggleButton>
        );
      })}
    </div>
  );
}
