import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDown from '@material-ui/icons/ArrowDropDown';
import { useRef, useState } from 'react';
import { ToggleButton } from './ToggleButton';

/** Props of {@link ChoiceSelect}. @public */
export interface ChoiceSelectProps {
  title: string;
  /** What can be chosen, by value. */
  options: Readonly<Record<string, string>>;
  /** What is chosen, if anything is. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  /** What none of them is called; `Nothing` when absent. */
  none?: string;
}

const useStyles = makeStyles(
  theme => ({
    item: {
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(14),
    },
    icon: { marginRight: -6 },
  }),
  { name: 'FleetChoiceSelect' },
);

/**
 * One of a few ways to show a list, or none of them.
 *
 * @public
 */
export function ChoiceSelect(props: ChoiceSelectProps) {
  const { title, options, value, onChange, none = 'Nothing' } = props;
  const classes = useStyles();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const chosen = value && Object.hasOwn(options, value) ? value : undefined;
  const choose = (next: string | undefined) => {
    setOpen(false);
    onChange(next);
  };

  return (
    <>
      <ToggleButton
        ref={anchor}
        pressed={chosen !== undefined}
        onToggle={() => setOpen(true)}
        popup={{ open, role: 'menu' }}
      >
        {chosen ? `${title}: ${options[chosen]}` : title}
        <ArrowDropDown className={classes.icon} fontSize="small" aria-hidden />
      </ToggleButton>
      <Menu
        open={open}
        anchorEl={anchor.current}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setOpen(false)}
        MenuListProps={{ 'aria-label': title }}
      >
        {[undefined, ...Object.keys(options)].map(option => (
          <MenuItem
            key={option ?? ''}
            className={classes.item}
            role="menuitemradio"
            aria-checked={option === chosen}
            selected={option === chosen}
            onClick={() => choose(option)}
          >
            {option === undefined ? none : options[option]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
