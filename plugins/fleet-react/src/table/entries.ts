/** What a table shows one below the other: rows, and a heading above each group of them. */
export type TableEntry<Row> =
  | { type: 'group'; key: string; title: string }
  | { type: 'row'; key: string; row: Row; position: number };

/** Puts a heading before each run of rows of one group. */
export function tableEntries<Row>(options: {
  rows: readonly Row[];
  rowKey(row: Row): string;
  groupBy?(row: Row): string;
}): TableEntry<Row>[] {
  const { rows, rowKey, groupBy } = options;
  const entries: TableEntry<Row>[] = [];
  let group: string | undefined;
  for (const [position, row] of rows.entries()) {
    const title = groupBy?.(row);
    if (title !== undefined && title !== group) {
      entries.push({ type: 'group', key: `group ${position} ${title}`, title });
      group = title;
    }
    entries.push({ type: 'row', key: rowKey(row), row, position });
  }
  return entries;
}
