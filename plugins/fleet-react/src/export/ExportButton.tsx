import { ActionButton } from '../actions/ActionButton';
import { useAttempt } from '../hooks/useAttempt';
import { Stack } from '../layout/Stack';
import { ErrorNotice } from '../notices/ErrorNotice';
import { downloadText } from './downloadText';
import { writeCsv } from './writeCsv';

/** Props of {@link ExportButton}. @public */
export interface ExportButtonProps {
  /** Of the file, with its ending. */
  name: string;
  /** How many rows the list has. */
  total: number;
  /** Reads all rows of it, the titles first. */
  read(): Promise<readonly (readonly string[])[]>;
}

/** A spreadsheet that opens, and a list that is read within a minute. */
const mostRows = 20_000;

/**
 * Hands the list of a screen to the browser as a CSV file.
 *
 * @public
 */
export function ExportButton(props: ExportButtonProps) {
  const { name, total, read } = props;
  const { error, attempt } = useAttempt();
  return (
    <Stack gap={1} align="end">
      <ActionButton
        size="small"
        icon="download"
        disabledReason={reasonAgainst(total)}
        onClick={() =>
          attempt(async () =>
            downloadText({
              name,
              type: 'text/csv',
              text: writeCsv(await read()),
            }),
          )
        }
      >
        Export CSV
      </ActionButton>
      {error && <ErrorNotice error={error} what="the export" />}
    </Stack>
  );
}

function reasonAgainst(total: number): string | undefined {
  if (total === 0) {
    return 'There is nothing to export';
  }
  return total > mostRows
    ? `Filter first: at most ${mostRows.toLocaleString()} rows are exported`
    : undefined;
}
