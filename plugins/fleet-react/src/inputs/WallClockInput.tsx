import TextField from '@material-ui/core/TextField';
import { type ReactNode, useId } from 'react';

/** Props of {@link WallClockInput}. @public */
export interface WallClockInputProps {
  label: string;
  /** As a clock on the wall shows it, in whichever time zone: `2026-11-27T18:00`. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  help?: ReactNode;
  /** The value is wrong; what is wrong is said beside. */
  invalid?: boolean;
  required?: boolean;
  disabled?: boolean;
}

/**
 * A day and a time of it, without a time zone.
 *
 * @public
 */
export function WallClockInput(props: WallClockInputProps) {
  const { label, value, onChange, help, invalid, required, disabled } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      type="datetime-local"
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
