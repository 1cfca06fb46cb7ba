import TextField from '@material-ui/core/TextField';
import { type ReactNode, useId } from 'react';

/** Props of {@link SelectInput}. @public */
export interface SelectInputProps {
  label: string;
  /** What can be chosen, by value. */
  options: Readonly<Record<string, string>>;
  value: string;
  onChange(value: string): void;
  help?: ReactNode;
  size?: 'small' | 'medium';
}

/**
 * One of a few answers.
 *
 * @public
 */
export function SelectInput(props: SelectInputProps) {
  const { label, options, value, onChange, help, size } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      select
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      helperText={help}
      size={size}
      variant="outlined"
      fullWidth
      SelectProps={{ native: true }}
    >
      {Object.entries(options).map(([option, title]) => (
        <option key={option} value={option}>
          {title}
        </option>
      ))}
    </TextField>
  );
}
