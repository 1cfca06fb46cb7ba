import { PlainButton } from '../actions/PlainButton';
import { makeStyles } from '@material-ui/core/styles';
import Close from '@material-ui/icons/Close';
import type { Facets } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ReactNode } from 'react';
import type { Filters } from '../hooks/useFilters';
import { mutedColor } from '../layout/mutedColor';
import { FacetSelect } from './FacetSelect';
import { SearchField } from './SearchField';
import { StateToggles } from './StateToggles';
import { ToggleButton } from './ToggleButton';

/** A filter key with its title. @public */
export interface FilterField<Key extends string> {
  key: Key;
  title: string;
  /** A value as people read it. */
  format?(value: string): string;
}

/** Props of {@link FilterBar}. @public */
export interface FilterBarProps<Key extends string> {
  filters: Filters<Key>;
  /** The values on offer with their counts, as the list answered them. */
  facets?: Facets;
  fields: readonly FilterField<Key>[];
  /** Offers the filter key `state` as toggles. */
  states?: boolean;
  /** Offers the filter key `mine` as a toggle. */
  mine?: boolean;
  textLabel?: string;
  /** How many the filters leave. */
  total?: number;
  /** What the list holds, in the plural. */
  noun?: string;
  /** More controls, at the end. */
  children?: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    bar: {
      alignItems: 'center',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
    total: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(13),
      fontVariantNumeric: 'tabular-nums',
      marginLeft: 'auto',
    },
  }),
  { name: 'FleetFilterBar' },
);

/**
 * What narrows a list, kept in the URL.
 *
 * @public
 */
export function FilterBar<Key extends string>(props: FilterBarProps<Key>) {
  const { filters, facets, fields, states, mine, total, children } = props;
  const { textLabel = 'Search by name', noun = 'items' } = props;
  const classes = useStyles();
  const [state, own] = ['state', 'mine'].map(name =>
    keyOf(filters.values, name),
  );

  return (
    <div className={classes.bar} role="search" aria-label={`Filter ${noun}`}>
      <SearchField
        label={textLabel}
        text={filters.text}
        onChange={filters.setText}
      />
      {mine && own && (
        <ToggleButton
          pressed={filters.values[own].includes('true')}
          onToggle={() => filters.toggle(own, 'true')}
        >
          Mine
        </ToggleButton>
      )}
      {fields.map(({ key, title, format }) => (
        <FacetSelect
          key={key}
          title={title}
          values={facets?.[key] ?? []}
          selected={filters.values[key]}
          onChange={selected => filters.setValues(key, selected)}
          format={format}
        />
      ))}
      {states && state && (
        <StateToggles
          values={facets?.state ?? []}
          selected={filters.values[state]}
          onToggle={value => filters.toggle(state, value)}
        />
      )}
      {filters.active && (
        <PlainButton size="small" startIcon={<Close />} onClick={filters.clear}>
          Clear
        </PlainButton>
      )}
      {children}
      {total !== undefined && (
        <span className={classes.total} role="status">
          {total.toLocaleString()} {noun}
        </span>
      )}
    </div>
  );
}

function keyOf<Key extends string>(
  values: Record<Key, unknown>,
  name: string,
): Key | undefined {
  return (Object.keys(values) as Key[]).find(key => key === name);
}
