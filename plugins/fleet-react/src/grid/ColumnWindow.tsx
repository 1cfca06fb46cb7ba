import { ActionButton } from '../actions/ActionButton';
import { Muted } from '../layout/Muted';
import { Stack } from '../layout/Stack';

/** Props of {@link ColumnWindow}. @public */
export interface ColumnWindowProps {
  offset: number;
  limit: number;
  total: number;
  onChange(offset: number): void;
}

/**
 * Moves the window of columns where there are more than one answer holds.
 *
 * @public
 */
export function ColumnWindow(props: ColumnWindowProps) {
  const { offset, limit, total, onChange } = props;
  if (total <= limit) {
    return null;
  }
  const last = Math.min(offset + limit, total);

  return (
    <Stack direction="row" gap={1} align="center">
      <ActionButton
        size="small"
        disabledReason={offset === 0 ? 'These are the first' : undefined}
        onClick={() => onChange(Math.max(0, offset - limit))}
      >
        Earlier clusters
      </ActionButton>
      <Muted>{`${offset + 1}–${last} of ${total} clusters`}</Muted>
      <ActionButton
        size="small"
        disabledReason={last >= total ? 'These are the last' : undefined}
        onClick={() => onChange(offset + limit)}
      >
        Later clusters
      </ActionButton>
    </Stack>
  );
}
