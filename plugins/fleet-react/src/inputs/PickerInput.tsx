import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { ReactNode } from 'react';

/** Something that can be picked. @public */
export interface PickerOption {
  value: string;
  /** The value itself when absent. */
  title?: string;
  /** Beside the title; found by a search too. */
  detail?: string;
  /** Before the title: a badge. */
  badge?: ReactNode;
  /** Why it cannot be picked. */
  disabledReason?: string;
}

/** Props of {@link PickerInput}. @public */
export interface PickerInputProps {
  label: string;
  options: readonly PickerOption[];
  value: string | undefined;
  onChange(value: string | undefined): void;
  help?: ReactNode;
  /** The value is wrong; what is wrong is said beside. */
  invalid?: boolean;
  required?: boolean;
  disabled?: boolean;
  loading?: boolean;
  /** Anything may be written; the options are no more than suggestions. */
  freeText?: boolean;
  /** What to say where there are no options. */
  empty?: string;
  size?: 'small' | 'medium';
}

const useStyles = makeStyles(
  theme => ({
    // Why something cannot be picked is there to be read.
    item: { '&[aria-disabled="true"]': { opacity: 0.75 } },
    option: { width: '100%' },
    title: {
      alignItems: 'center',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
    detail: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'FleetPickerInput' },
);

/**
 * One of many, found by typing a part of it.
 *
 * @public
 */
export function PickerInput(props: PickerInputProps) {
  const { label, options, value, onChange, help, invalid, required } = props;
  const { disabled, loading, freeText, empty, size } = props;
  const classes = useStyles();
  const chosen =
    value === undefined
      ? null
      : options.find(option => option.value === value) ?? { value };

  return (
    <Autocomplete<PickerOption, false, false, boolean>
      // What is written belongs to us with free text, else to it: an input cannot change over.
      key={freeText ? 'free' : 'chosen'}
      options={[...options]}
      value={chosen}
      inputValue={freeText ? value ?? '' : undefined}
      freeSolo={freeText}
      disabled={disabled}
      loading={loading}
      loadingText="Asking the portal…"
      noOptionsText={options.length === 0 && empty ? empty : 'Nothing like it'}
      size={size}
      classes={{ option: classes.item }}
      fullWidth
      autoHighlight={!freeText}
      getOptionLabel={option => option.title ?? option.value}
      getOptionSelected={(option, other) => option.value === other.value}
      getOptionDisabled={option => option.disabledReason !== undefined}
      filterOptions={(all, { inputValue }) =>
        all.filter(option => isFoundBy(option, inputValue, chosen?.value))
      }
      onChange={(_, next) =>
        onChange((typeof next === 'string' ? next : next?.value) || undefined)
      }
      onInputChange={(_, text, reason) => {
        if (freeText && reason === 'input') {
          onChange(text || undefined);
        }
      }}
      renderOption={({ title, detail, badge, disabledReason, ...option }) => (
        <div className={classes.option}>
          <div className={classes.title}>
            {badge}
            {title ?? option.value}
          </div>
          {(disabledReason ?? detail) && (
            <div className={classes.detail}>{disabledReason ?? detail}</div>
          )}
        </div>
      )}
      renderInput={input => (
        <TextField
          {...input}
          label={label}
          required={required}
          error={invalid}
          helperText={help}
          variant="outlined"
        />
      )}
    />
  );
}

/** While nothing is typed, the input has the title of what is chosen: that is no search. */
function isFoundBy(
  { value, title = value, detail }: PickerOption,
  input: string,
  chosen: string | undefined,
): boolean {
  const words = input.trim().toLowerCase();
  return (
    input === chosen ||
    `${value} ${title} ${detail ?? ''}`.toLowerCase().includes(words)
  );
}
