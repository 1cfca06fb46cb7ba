import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Search from '@material-ui/icons/Search';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

const useStyles = makeStyles(
  theme => ({
    field: {
      flex: '0 1 240px',
      minWidth: 160,
      '& .MuiOutlinedInput-root': {
        fontFamily: 'inherit',
        fontSize: theme.typography.pxToRem(14),
        backgroundColor: theme.palette.background.paper,
      },
      '& .MuiOutlinedInput-input': { padding: '8px 12px 8px 0' },
    },
  }),
  { name: 'FleetSearchField' },
);

/** A text to look for, told when the typing rests. */
export function SearchField(props: {
  label: string;
  text: string;
  onChange(text: string): void;
}) {
  const { label, text, onChange } = props;
  const classes = useStyles();
  const [typed, setTyped] = useState(text);

  useEffect(() => setTyped(text), [text]);
  useDebounce(
    () => {
      if (typed !== text) {
        onChange(typed);
      }
    },
    300,
    [typed],
  );

  return (
    <TextField
      className={classes.field}
      size="small"
      variant="outlined"
      placeholder={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      inputProps={{ 'aria-label': label, type: 'search' }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <Search fontSize="small" />
          </InputAdornment>
        ),
      }}
    />
  );
}
