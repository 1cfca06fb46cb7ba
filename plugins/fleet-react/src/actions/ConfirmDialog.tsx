import { PlainButton } from './PlainButton';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { toError } from '@backstage/errors';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { KeyValues } from '../layout/KeyValues';
import { Notice } from '../notices/Notice';
import { stateColor } from '../state/stateLooks';

/** Props of {@link ConfirmDialog}. @public */
export interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** What it will do. */
  effect: ReactNode;
  /** What it will do it to. */
  targets?: readonly string[];
  /** How to undo it. */
  undo: ReactNode;
  confirmTitle: string;
  dangerous?: boolean;
  /** What has to be said for it: fields. */
  children?: ReactNode;
  /** Something that has to be said is missing. */
  incomplete?: boolean;
  /** When it rejects, the dialog stays and says why. */
  onConfirm(): Promise<unknown>;
  onClose(): void;
}

const useStyles = makeStyles<Theme>(
  theme => ({
    targets: { margin: 0, maxHeight: 220, overflow: 'auto', paddingLeft: 18 },
    fields: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      marginTop: theme.spacing(2.5),
    },
    error: { marginTop: theme.spacing(2) },
    dangerous: { color: stateColor(theme, 'failing') },
  }),
  { name: 'FleetConfirmDialog' },
);

/**
 * Says what a dangerous thing will do, to what, and how to undo it, before it is done.
 *
 * @public
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, effect, targets, undo, confirmTitle, dangerous } = props;
  const { onConfirm, onClose, children, incomplete = false } = props;
  const classes = useStyles();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  useEffect(() => {
    if (open) {
      setBusy(false);
      setError(undefined);
    }
  }, [open]);

  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (caught) {
      setError(toError(caught));
    }
    setBusy(false);
  };

  return (
    <Dialog
      open={open}
      onClose={busy ? undefined : onClose}
      aria-labelledby={id}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <KeyValues
          items={[
            { key: 'What it does', value: effect },
            {
              key: 'To what',
              value: targets && (
                <ul className={classes.targets}>
                  {targets.map(target => (
                    <li key={target}>{target}</li>
                  ))}
                </ul>
              ),
            },
            { key: 'How to undo it', value: undo },
          ]}
        />
        {children && <div className={classes.fields}>{children}</div>}
        {error && (
          <div className={classes.error}>
            <Notice severity="error" title="It was not done">
              {error.message}
            </Notice>
          </div>
        )}
      </DialogContent>
      <DialogActions>
        <PlainButton onClick={onClose} disabled={busy}>
          Cancel
        </PlainButton>
        <PlainButton
          onClick={confirm}
          disabled={busy || incomplete}
          color={dangerous ? 'default' : 'primary'}
          variant={dangerous ? 'outlined' : 'contained'}
          className={dangerous ? classes.dangerous : undefined}
        >
          {confirmTitle}
        </PlainButton>
      </DialogActions>
    </Dialog>
  );
}
