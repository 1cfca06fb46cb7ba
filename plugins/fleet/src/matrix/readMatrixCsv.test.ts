import type { Matrix } from '@fleetcommander/backstage-plugin-fleet-common';
import { readMatrixCsv } from './readMatrixCsv';

const names = Array.from({ length: 250 }, (_, index) => `cluster-${index}`);
const titles = ['web', '=HYPERLINK("http://evil.example.org")'];

/** Answers one row and at most 200 columns at a time. */
const api = {
  async getMatrix(query: {
    cursor?: string;
    columnOffset?: number;
    columnLimit?: number;
  }): Promise<Matrix> {
    const { cursor = '0', columnOffset = 0, columnLimit = 200 } = query;
    const row = Number(cursor);
    const columns = names.slice(columnOffset, columnOffset + columnLimit);
    const freshness = { stale: false };
    return {
      columns: columns.map(cluster => ({
        cluster,
        entityRef: `resource:default/${cluster}`,
        state: 'healthy',
        freshness,
      })),
      totalColumns: names.length,
      items: [
        {
          deliveryKey: titles[row],
          title: titles[row],
          engine: 'flux',
          state: 'healthy',
          differs: false,
          cells: columns.map(cluster => ({
            id: cluster,
            cluster,
            version: `${row}.${cluster}`,
            state: 'healthy',
            summary: 'ready',
            images: [],
            odd: false,
            stale: false,
          })),
        },
      ],
      totalItems: titles.length,
      pageInfo: { nextCursor: row === 0 ? '1' : undefined },
    };
  },
};

describe('readMatrixCsv', () => {
  it('reads every window and takes no name for a formula', async () => {
    const lines = (await readMatrixCsv(api, {})).split('\r\n');

    expect(lines).toHaveLength(4);
    expect(lines[0].split(',')).toHaveLength(3 + 250);
    expect(lines[1]).toContain('"0.cluster-0"');
    expect(lines[1]).toContain('"0.cluster-249"');
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://evil.example.org"")"`);
  });
});
