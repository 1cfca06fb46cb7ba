import TextField from '@material-ui/core/TextField';
import { type ReactNode, useId } from 'react';

/** Props of {@link LineInput}. @public */
export interface LineInputProps {
  label: string;
  value: string;
  onChange(value: string): void;
  help?: ReactNode;
  /** What is wrong with the value. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
  size?: 'small' | 'medium';
  /** Of a number: nothing else can be typed. */
  type?: 'text' | 'number';
}

/**
 * A few words, or a number.
 *
 * @public
 */
export function LineInput(props: LineInputProps) {
  const { label, value, onChange, help, error, type = 'text' } = props;
  const { required, disabled, size } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      label={label}
      type={type}
      value={value}
      onChange={event => onChange(event.target.value)}
      helperText={error ?? help}
      error={error !== undefined}
      required={required}
      disabled={disabled}
      size={size}
      InputLabelProps={type === 'number' ? { shrink: true } : undefined}
      variant="outlined"
      fullWidth
    />
  );
}
