import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import ArrowDropDown from '@material-ui/icons/ArrowDropDown';
import type { Facets } from '@fleetcommander/backstage-plugin-fleet-common';
import { useRef, useState } from 'react';
import { Muted } from '../layout/Muted';
import { ToggleButton } from './ToggleButton';

/** Props of {@link FacetSelect}. */
export interface FacetSelectProps {
  title: string;
  values: Facets[string];
  selected: readonly string[];
  onChange(selected: string[]): void;
  format?(value: string): string;
}

/** More values than this get a field to find one. */
const manyValues = 10;
/** And no more than this are shown at once. */
const shownValues = 200;

const useStyles = makeStyles(
  theme => ({
    paper: { maxHeight: 420, maxWidth: 'calc(100vw - 32px)', minWidth: 220 },
    content: {
      display: 'flex',
      flexDirection: 'column',
      padding: theme.spacing(1.5, 2),
    },
    option: { marginRight: 0, overflowWrap: 'anywhere' },
    label: {
      display: 'flex',
      flex: 1,
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(2),
      justifyContent: 'space-between',
    },
    checkbox: { padding: theme.spacing(0.5, 1) },
    search: { marginBottom: theme.spacing(1) },
    icon: { marginRight: -6 },
  }),
  { name: 'FleetFacetSelect' },
);

/** Several of the values of one filter key. */
export function FacetSelect(props: FacetSelectProps) {
  const { title, values, selected, onChange, format = String } = props;
  const classes = useStyles();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');

  const counts = new Map(values.map(({ value, count }) => [value, count]));
  const offered = [...new Set([...counts.keys(), ...selected])];
  const found = offered.filter(value =>
    format(value).toLowerCase().includes(search.toLowerCase()),
  );
  const [first, ...others] = selected.map(format);
  const more = others.length > 0 ? ` +${others.length}` : '';

  return (
    <>
      <ToggleButton
        ref={anchor}
        pressed={selected.length > 0}
        onToggle={() => setOpen(true)}
        popup={{ open }}
      >
        {first ? `${title}: ${first}${more}` : title}
        <ArrowDropDown className={classes.icon} fontSize="small" aria-hidden />
      </ToggleButton>
      <Popover
        open={open}
        anchorEl={anchor.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        classes={{ paper: classes.paper }}
        PaperProps={{ role: 'dialog', 'aria-label': title }}
      >
        <div className={classes.content}>
          {offered.length > manyValues && (
            <TextField
              className={classes.search}
              size="small"
              variant="outlined"
              placeholder={`Find in ${offered.length}`}
              value={search}
              onChange={event => setSearch(event.target.value)}
              inputProps={{ 'aria-label': `Find ${title}` }}
            />
          )}
          {found.slice(0, shownValues).map(value => (
            <FormControlLabel
              key={value}
              className={classes.option}
              classes={{ label: classes.label }}
              control={
                <Checkbox
                  className={classes.checkbox}
                  size="small"
                  color="primary"
                  checked={selected.includes(value)}
                  onChange={(_, checked) =>
                    onChange(
                      checked
                        ? [...selected, value]
                        : selected.filter(other => other !== value),
                    )
                  }
                />
              }
              label={
                <>
                  <span>{format(value)}</span>
                  <Muted>{counts.get(value) ?? 0}</Muted>
                </>
              }
            />
          ))}
          {found.length > shownValues && (
            <Muted>{found.length - shownValues} more: search for them</Muted>
          )}
          {found.length === 0 && <Muted>Nothing to choose from</Muted>}
        </div>
      </Popover>
    </>
  );
}
