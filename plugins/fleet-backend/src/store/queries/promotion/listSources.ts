import type { SourceRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { StoredDetail } from '../../poll/toRecordRow';
import type { QueryContext } from '../QueryContext';
import { readRecords } from '../readRecords';

/** A source of Flux that an application brings, or a chart that it installs. */
export interface DeliverySource {
  record: SourceRecord;
  /** Where it fetches from: of a chart, where its repository is. Absent: that cannot be told. */
  url?: string;
}

interface Row {
  at_cluster: string;
  detail: string | null;
}

interface Release {
  cluster: string;
  namespace: string;
  name: string;
  source_ref: string | null;
}

/** A wanted source, by `Kind/namespace/name` on its cluster; and what says where it fetches from, where that is another one. */
interface Wanted {
  cluster: string;
  source: string;
  repository?: string;
}

const fetched: readonly string[] = ['OCIRepository', 'GitRepository'];

/**
 * What Flux fetches of what applications bring, by the cluster that they deploy to: with those that have no sources. Which objects these
 * are, the inventories say that engines keep: another one can have the same name, and a label of anybody's, and is not what runs.
 */
export async function listSources(
  context: QueryContext,
  applicationIds: readonly string[],
): Promise<Map<string, DeliverySource[]>> {
  const rows: Row[] = await context
    .database('applications')
    .join('records', 'records.id', 'applications.id')
    .whereIn('applications.id', [...applicationIds])
    .select('applications.at_cluster', 'records.detail');
  const owned = rows.flatMap(({ at_cluster: cluster, detail }) => {
    const { resources }: Pick<StoredDetail, 'resources'> = detail
      ? JSON.parse(detail)
      : { resources: [] };
    return resources.map(resource => ({ cluster, ...resource }));
  });
  const releases = await readReleases(
    context,
    owned.filter(({ kind }) => kind === 'HelmRelease'),
  );
  const wanted: Wanted[] = [
    ...owned
      .filter(({ kind }) => fetched.includes(kind))
      .map(({ cluster, kind, namespace = '', name }) => ({
        cluster,
        source: `${kind}/${namespace}/${name}`,
      })),
    ...releases.flatMap(release => chartOf(release) ?? []),
  ];
  const clusters = [...new Set(rows.map(row => row.at_cluster))];
  const seen = await readRecords<SourceRecord>(context, query =>
    query
      .whereRaw("records.type = 'source'")
      .whereIn('records.cluster', clusters),
  );
  const records = new Map(
    seen.map(({ cluster, record }) => [
      `${cluster} ${record.kind}/${record.namespace ?? ''}/${record.name}`,
      record,
    ]),
  );
  const find = (cluster: string, source: string) =>
    records.get(`${cluster} ${source}`);
  return new Map(
    clusters.map(cluster => [
      cluster,
      wanted
        .filter(item => item.cluster === cluster)
        .flatMap(({ source, repository = source }) => {
          const record = find(cluster, source);
          const { url } = find(cluster, repository) ?? {};
          return record ? [{ record, url }] : [];
        }),
    ]),
  );
}

async function readReleases(
  { database }: QueryContext,
  owned: readonly { cluster: string; namespace?: string; name: string }[],
): Promise<Release[]> {
  return owned.length === 0
    ? []
    : database('applications')
        .where({ kind: 'HelmRelease' })
        .whereIn(
          ['cluster', 'namespace', 'name'],
          owned.map(({ cluster, namespace = '', name }) => [
            cluster,
            namespace,
            name,
          ]),
        )
        .select('cluster', 'namespace', 'name', 'source_ref');
}

/**
 * Where a release names a repository, Flux makes the chart beside that, and calls it by the release.
 * {@link https://fluxcd.io/flux/components/helm/helmreleases/#chart-template}
 */
function chartOf({
  cluster,
  namespace,
  name,
  source_ref: followed,
}: Release): Wanted | undefined {
  if (!followed) {
    return undefined;
  }
  const [kind, place] = followed.split('/');
  return kind === 'HelmChart' || kind === 'OCIRepository'
    ? { cluster, source: followed }
    : {
        cluster,
        source: `HelmChart/${place}/${namespace}-${name}`,
        repository: followed,
      };
}
