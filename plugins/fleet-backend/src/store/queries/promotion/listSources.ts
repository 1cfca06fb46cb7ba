import type { SourceRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { QueryContext } from '../QueryContext';
import { readRecords } from '../readRecords';

interface Row {
  at_cluster: string;
  namespace: string | null;
  target_namespace: string | null;
  source_ref: string | null;
}

/**
 * What Flux fetches from where applications are delivered from, by cluster: with those that have no sources. Of sources in namespaces that are
 * none of the application's, nothing: those of another tenant can have the same name.
 */
export async function listSources(
  context: QueryContext,
  applicationIds: readonly string[],
): Promise<Map<string, SourceRecord[]>> {
  const rows: Row[] = await context
    .database('applications')
    .whereIn('id', [...applicationIds])
    .select('at_cluster', 'namespace', 'target_namespace', 'source_ref');
  const namespaces = new Set(
    rows.flatMap(row =>
      namespacesOf(row).map(namespace => `${row.at_cluster}/${namespace}`),
    ),
  );
  const clusters = [...new Set(rows.map(row => row.at_cluster))];
  const sources = await readRecords<SourceRecord>(context, query =>
    query
      .whereRaw("records.type = 'source'")
      .whereIn('records.cluster', clusters),
  );
  return new Map(
    clusters.map(name => [
      name,
      sources
        .filter(
          ({ cluster, record }) =>
            cluster === name &&
            namespaces.has(`${cluster}/${record.namespace}`),
        )
        .map(({ record }) => record),
    ]),
  );
}

/** Its own, that of what it deploys, and that of what it follows: `OCIRepository/flux-system/web`. */
function namespacesOf(row: Row): string[] {
  return [
    row.namespace,
    row.target_namespace,
    row.source_ref?.split('/')[1],
  ].flatMap(namespace => namespace ?? []);
}
