import TextField from '@material-ui/core/TextField';
import { type ReactNode, useId } from 'react';

/** Props of {@link DayInput}. @public */
export interface DayInputProps {
  label: string;
  /** As `2026-11-27`. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  help?: ReactNode;
  /** The value is wrong; what is wrong is said beside. */
  invalid?: boolean;
  required?: boolean;
  disabled?: boolean;
}

/**
 * A day.
 *
 * @public
 */
export function DayInput(props: DayInputProps) {
  const { label, value, onChange, help, invalid, required, disabled } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      type="date"
      label={label}
      value={value ?? ''}
      onChange={event => onChange(event.target.value || undefined)}
      helperText={help}
      InputLabelProps={{ shrink: true }}
      error={invalid}
      required={required}
      disabled={disabled}
      fullWidth
    />
  );
}
