import type { Bench, Row } from '../Bench';
import type { Results } from './Results';

const columns = [
  'Bench',
  'Database',
  'Measured',
  'Ours',
  'Against',
  'Ratio',
  'Target',
  'Met',
];

const verdicts = ['no', 'yes'];

function cellsOf({ title }: Bench, row: Row): string[] {
  return [
    title,
    row.database,
    row.measure,
    row.ours,
    row.against ?? '',
    row.ratio ?? '',
    row.target ?? '',
    row.met === undefined ? '' : verdicts[Number(row.met)],
  ];
}

/** The table of all results, in Markdown with aligned columns. */
export function renderTable(
  benches: readonly Bench[],
  results: Pick<Results, 'get'>,
): string {
  const lines = benches.flatMap(bench => {
    const rows = results.get(bench)?.rows;
    return rows?.length
      ? rows.map(row => cellsOf(bench, row))
      : [[bench.title, '', 'not measured', '', '', '', '', '']];
  });
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...lines.map(cells => cells[index].length)),
  );
  const write = (cells: string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  return [
    write(columns),
    write(widths.map(width => '-'.repeat(width))),
    ...lines.map(write),
  ].join('\n');
}
