import Tab from '@material-ui/core/Tab';
import MuiTabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { type ReactNode, useId, useState } from 'react';

/** Props of {@link Tabs}. @public */
export interface TabsProps {
  /** What the tabs are about, for those who do not see them. */
  label: string;
  tabs: readonly { key: string; title: string; content: ReactNode }[];
  /** The open tab; the first one when absent or unknown. */
  value?: string;
  onChange?(key: string): void;
}

const useStyles = makeStyles(
  theme => ({
    tabs: { borderBottom: `1px solid ${theme.palette.divider}` },
    tab: {
      color: theme.palette.text.primary,
      fontFamily: 'inherit',
      letterSpacing: 0,
      minWidth: 72,
      opacity: 1,
      // The ground that Backstage gives it is white, in its dark theme too.
      '&:hover': {
        backgroundColor: theme.palette.action.hover,
        color: theme.palette.text.primary,
      },
    },
    panel: { paddingTop: theme.spacing(2) },
  }),
  { name: 'FleetTabs' },
);

/**
 * Several views of one thing, one at a time.
 *
 * @public
 */
export function Tabs(props: TabsProps) {
  const { label, tabs, value, onChange } = props;
  const classes = useStyles();
  const id = useId();
  const [chosen, setChosen] = useState(value);
  const wanted = value ?? chosen;
  const open = tabs.find(({ key }) => key === wanted) ?? tabs[0];

  return (
    <div>
      <MuiTabs
        className={classes.tabs}
        value={open.key}
        onChange={(_, key) => {
          setChosen(key);
          onChange?.(key);
        }}
        aria-label={label}
        variant="scrollable"
        scrollButtons="auto"
        textColor="inherit"
        indicatorColor="primary"
      >
        {tabs.map(({ key, title }) => (
          <Tab
            key={key}
            className={classes.tab}
            value={key}
            label={title}
            id={`${id}-${key}-tab`}
            aria-controls={key === open.key ? `${id}-panel` : undefined}
          />
        ))}
      </MuiTabs>
      <div
        className={classes.panel}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${open.key}-tab`}
        tabIndex={0}
      >
        {open.content}
      </div>
    </div>
  );
}
