import type { Bench, Row } from '../Bench';
import { renderTable } from './renderTable';

const benches: Bench[] = ['First', 'Second'].map(title => ({
  name: title.toLowerCase(),
  title,
  method: 'By looking',
  run: async () => [],
}));

const rows: Row[] = [
  {
    database: 'SQLite',
    measure: 'time',
    ours: '1 ms',
    against: '2 s',
    ratio: '2000 ×',
    target: '≥ 100 ×',
    met: true,
  },
  {
    database: 'SQLite',
    measure: 'memory',
    ours: '1 GB',
    target: '≤ 600 MB',
    met: false,
  },
  { database: 'SQLite', measure: 'streams', ours: '3' },
];

describe('renderTable', () => {
  it('tells what was met, what was not, and what was not measured', () => {
    const table = renderTable(benches, {
      get: ({ name }) =>
        name === 'first' ? { ranAt: '', machine: '', rows } : undefined,
    });
    expect(
      table.split('\n').map(line =>
        line
          .split('|')
          .slice(1, -1)
          .map(cell => cell.trim()),
      ),
    ).toEqual([
      [
        'Bench',
        'Database',
        'Measured',
        'Ours',
        'Against',
        'Ratio',
        'Target',
        'Met',
      ],
      expect.arrayContaining([expect.stringMatching(/^-+$/)]),
      ['First', 'SQLite', 'time', '1 ms', '2 s', '2000 ×', '≥ 100 ×', 'yes'],
      ['First', 'SQLite', 'memory', '1 GB', '', '', '≤ 600 MB', 'no'],
      ['First', 'SQLite', 'streams', '3', '', '', '', ''],
      ['Second', '', 'not measured', '', '', '', '', ''],
    ]);
  });
});
