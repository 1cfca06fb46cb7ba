import { ActionButton } from '../actions/ActionButton';
import { explainError } from './explainError';
import { Notice } from './Notice';

/** Props of {@link ErrorNotice}. @public */
export interface ErrorNoticeProps {
  error: Error;
  onRetry?(): void | Promise<unknown>;
  /** What could not be read, in the plural with its article; `the fleet` when absent. */
  what?: string;
}

/**
 * An error: its cause and the next step.
 *
 * @public
 */
export function ErrorNotice(props: ErrorNoticeProps) {
  const { error, onRetry, what = 'the fleet' } = props;
  const { title, cause, next } = explainError(error, what);
  return (
    <Notice
      severity="error"
      title={title}
      action={
        onRetry && (
          <ActionButton icon="refresh" size="small" onClick={onRetry}>
            Try again
          </ActionButton>
        )
      }
    >
      <div>{cause}</div>
      <div>{next}</div>
    </Notice>
  );
}
