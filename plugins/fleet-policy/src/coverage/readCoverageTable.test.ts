import type {
  FleetCoverageOptions,
  PolicyCoverage,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { readCoverageTable } from './readCoverageTable';

const names = Array.from({ length: 450 }, (_, index) => `cluster-${index}`);

/** Answers one row and at most 200 columns at a time. */
async function answer(query: FleetCoverageOptions = {}): Promise<PolicyCoverage> {
  const { cursor = '0', columnOffset = 0, columnLimit = 50 } = query;
  const clusters = names.slice(columnOffset, columnOffset + columnLimit);
  return {
    columns: clusters.map(cluster => ({
      cluster,
      entityRef: `resource:default/${cluster}`,
      engines: [],
      deviations: 0,
      freshness: { stale: false },
    })),
    totalColumns: names.length,
    items: [
      {
        id: `row-${cursor}`,
        title: `Row ${cursor}`,
        type: 'control',
        engines: ['kyverno'],
        deviations: 1,
        cells: clusters.map(cluster => ({
          cluster,
          state: 'audit',
          summary: 'audits only',
          policies: [],
          failing: 0,
          ...(cluster === 'cluster-449' && { deviation: 'must enforce' }),
        })),
      },
    ],
    totalItems: 2,
    deviations: 2,
    pageInfo: { nextCursor: cursor === '0' ? '1' : undefined },
  };
}

describe('readCoverageTable', () => {
  it('reads every window of columns and every page of rows', async () => {
    const table = await readCoverageTable({ policies: { coverage: answer } }, {});

    expect(table).toHaveLength(3);
    expect(table[0].slice(4)).toEqual(names);
    expect(table[2].slice(0, 5)).toEqual([
      'Row 1',
      'row-1',
      'kyverno',
      '1',
      'audit',
    ]);
    expect(table[2].at(-1)).toBe('audit: must enforce');
  });
});
