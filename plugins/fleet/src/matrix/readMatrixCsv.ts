import type {
  FleetClient,
  FleetMatrixOptions,
  MatrixColumn,
  MatrixRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { writeCsv } from '@fleetcommander/backstage-plugin-fleet-react';

const columnLimit = 200;
const rowLimit = 100;

/** The whole matrix that the filters find as CSV, read window by window. */
export async function readMatrixCsv(
  api: Pick<FleetClient, 'getMatrix'>,
  query: FleetMatrixOptions,
): Promise<string> {
  const columns: MatrixColumn[] = [];
  const lines = new Map<
    string,
    { row: MatrixRow; cells: Map<string, string> }
  >();
  let totalColumns = 0;

  do {
    const columnOffset = columns.length;
    let cursor: string | undefined;
    do {
      const window = await api.getMatrix({
        ...query,
        limit: rowLimit,
        cursor,
        columnOffset,
        columnLimit,
      });
      totalColumns = window.totalColumns;
      if (!cursor) {
        if (window.columns.length === 0) {
          totalColumns = 0;
        }
        columns.push(...window.columns);
      }
      for (const row of window.items) {
        const key = `${row.engine} ${row.deliveryKey}`;
        const line = lines.get(key) ?? { row, cells: new Map() };
        for (const cell of row.cells) {
          line.cells.set(
            cell.cluster,
            cell.version ?? cell.revision ?? cell.state,
          );
        }
        lines.set(key, line);
      }
      cursor = window.pageInfo.nextCursor;
    } while (cursor);
  } while (columns.length < totalColumns);

  const table = [
    [
      'application',
      'engine',
      'owner',
      ...columns.map(({ cluster }) => cluster),
    ],
    ...[...lines.values()].map(({ row, cells }) => [
      row.title,
      row.engine,
      row.ownerRef ?? '',
      ...columns.map(({ cluster }) => cells.get(cluster) ?? ''),
    ]),
  ];
  return writeCsv(table);
}
