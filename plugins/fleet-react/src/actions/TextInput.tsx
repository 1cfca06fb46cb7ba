import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** Props of {@link TextInput}. @public */
export interface TextInputProps {
  label: string;
  value: string;
  onChange(value: string): void;
  help?: string;
  /** Characters at most. */
  maxLength?: number;
  /** It may be left out. */
  optional?: boolean;
}

/**
 * A sentence or two of the viewer.
 *
 * @public
 */
export function TextInput(props: TextInputProps) {
  const { label, value, onChange, help, maxLength, optional } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      helperText={help}
      inputProps={{ maxLength }}
      variant="outlined"
      multiline
      minRows={2}
      fullWidth
      required={!optional}
    />
  );
}
