import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';

/** Props of {@link CheckList}. @public */
export interface CheckListProps {
  options: readonly { value: string; title: string; description?: string }[];
  value: readonly string[];
  onChange(value: string[]): void;
  disabled?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    item: { alignItems: 'flex-start', display: 'flex' },
    words: { padding: theme.spacing(1, 0) },
    description: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'FleetCheckList' },
);

/**
 * Any of a few. What is chosen keeps the order of the options.
 *
 * @public
 */
export function CheckList(props: CheckListProps) {
  const { options, value, onChange, disabled } = props;
  const classes = useStyles();
  const toggle = (toggled: string, on: boolean) =>
    onChange(
      options
        .map(option => option.value)
        .filter(option => (option === toggled ? on : value.includes(option))),
    );
  return (
    <>
      {options.map(option => (
        <FormControlLabel
          key={option.value}
          className={classes.item}
          disabled={disabled}
          control={
            <Checkbox
              color="primary"
              checked={value.includes(option.value)}
              onChange={(_, on) => toggle(option.value, on)}
            />
          }
          label={
            <div className={classes.words}>
              {option.title}
              {option.description && (
                <div className={classes.description}>{option.description}</div>
              )}
            </div>
          }
        />
      ))}
    </>
  );
}
