import type {
  FleetClient,
  FleetCoverageOptions,
  PolicyCoverage,
  PolicyCoverageCell,
  PolicyCoverageRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  coverageWord,
  readAllPages,
} from '@fleetcommander/backstage-plugin-fleet-react';

type CoverageApi = { policies: Pick<FleetClient['policies'], 'coverage'> };

interface Line {
  row: PolicyCoverageRow;
  /** Words by cluster. */
  cells: Map<string, string>;
}

const columnLimit = 200;

/** The whole coverage that the filters find as the table of a file, read window by window. */
export async function readCoverageTable(
  api: CoverageApi,
  query: FleetCoverageOptions,
): Promise<string[][]> {
  const clusters: string[] = [];
  const lines = new Map<string, Line>();
  let window: PolicyCoverage;

  do {
    window = await readWindow(api, { ...query, columnOffset: clusters.length });
    for (const row of window.items) {
      const line = lines.get(row.id) ?? { row, cells: new Map() };
      row.cells.forEach(cell => line.cells.set(cell.cluster, wordsOf(cell)));
      lines.set(row.id, line);
    }
    clusters.push(...window.columns.map(({ cluster }) => cluster));
  } while (window.columns.length > 0 && clusters.length < window.totalColumns);

  return [
    ['title', 'id', 'engines', 'deviations', ...clusters],
    ...[...lines.values()].map(({ row, cells }) => [
      row.title,
      row.id,
      row.engines.join(' '),
      String(row.deviations),
      ...clusters.map(cluster => cells.get(cluster) ?? ''),
    ]),
  ];
}

/** All rows of some columns. */
async function readWindow(
  api: CoverageApi,
  query: FleetCoverageOptions,
): Promise<PolicyCoverage> {
  const pages: PolicyCoverage[] = [];
  const items = await readAllPages(async page => {
    const read = await api.policies.coverage({ ...query, ...page, columnLimit });
    pages.push(read);
    return read;
  });
  return { ...pages[0], items };
}

function wordsOf({ state, deviation }: PolicyCoverageCell): string {
  return deviation
    ? `${coverageWord(state)}: ${deviation}`
    : coverageWord(state);
}
