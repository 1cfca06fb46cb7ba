import type { SourceRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { QueryContext } from '../QueryContext';
import { readRecords } from '../readRecords';

/** What Flux fetches from where applications are delivered from, by cluster: with those that have no sources. */
export async function listSources(
  context: QueryContext,
  applicationIds: readonly string[],
): Promise<Map<string, SourceRecord[]>> {
  const clusters: string[] = await context
    .database('applications')
    .whereIn('id', [...applicationIds])
    .distinct()
    .pluck('at_cluster');
  const sources = await readRecords<SourceRecord>(context, query =>
    query
      .whereRaw("records.type = 'source'")
      .whereIn('records.cluster', clusters),
  );
  return new Map(
    clusters.map(name => [
      name,
      sources
        .filter(({ cluster }) => cluster === name)
        .map(({ record }) => record),
    ]),
  );
}
