import ButtonBase from '@material-ui/core/ButtonBase';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { forwardRef, type ReactNode } from 'react';

/** Props of {@link ToggleButton}. @public */
export interface ToggleButtonProps {
  pressed: boolean;
  onToggle(): void;
  /** Opens something instead of being on or off. */
  popup?: { open: boolean; role?: 'dialog' | 'menu' };
  label?: string;
  children: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    button: {
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${alpha(theme.palette.text.primary, 0.26)}`,
      borderRadius: 999,
      color: theme.palette.text.primary,
      fontSize: theme.typography.pxToRem(13),
      gap: 5,
      lineHeight: 1.5,
      padding: '5px 12px',
      '&:hover': { borderColor: theme.palette.text.primary },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
    },
    pressed: {
      backgroundColor: alpha(theme.palette.primary.main, 0.16),
      borderColor: theme.palette.text.primary,
      fontWeight: 600,
    },
  }),
  { name: 'FleetToggleButton' },
);

/**
 * A button that is on or off, or that opens a choice and shows whether one was made.
 *
 * @public
 */
export const ToggleButton = forwardRef<HTMLButtonElement, ToggleButtonProps>(
  (props, ref) => {
    const { pressed, onToggle, popup, label, children } = props;
    const classes = useStyles();
    return (
      <ButtonBase
        ref={ref}
        className={`${classes.button} ${pressed ? classes.pressed : ''}`}
        onClick={onToggle}
        aria-label={label}
        {...(popup
          ? {
              'aria-haspopup': popup.role ?? 'dialog',
              'aria-expanded': popup.open,
            }
          : { 'aria-pressed': pressed })}
      >
        {children}
      </ButtonBase>
    );
  },
);
