import MuiDialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { type ReactNode, useId } from 'react';
import { PlainButton } from '../actions/PlainButton';

/** Props of {@link Dialog}. @public */
export interface DialogProps {
  title: string;
  children: ReactNode;
  /** Buttons beside the one that closes it. */
  actions?: ReactNode;
  closeTitle?: string;
  onClose(): void;
}

/**
 * Something that is read, and perhaps answered, before the screen goes on; as large as a narrow screen.
 *
 * @public
 */
export function Dialog(props: DialogProps) {
  const { title, children, actions, closeTitle = 'Cancel', onClose } = props;
  const id = useId();
  const narrow = useMediaQuery('(max-width: 600px)');
  return (
    <MuiDialog
      open
      onClose={onClose}
      aria-labelledby={id}
      fullScreen={narrow}
      fullWidth
      maxWidth="md"
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
      <DialogActions>
        <PlainButton onClick={onClose}>{closeTitle}</PlainButton>
        {actions}
      </DialogActions>
    </MuiDialog>
  );
}
