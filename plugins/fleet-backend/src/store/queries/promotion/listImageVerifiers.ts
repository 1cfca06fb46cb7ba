import type {
  PolicyExceptionRecord,
  PolicyRecord,
  VerifiedImages,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { QueryContext } from '../QueryContext';
import { readRecords } from '../readRecords';

/** A policy that refuses images without a good signature, all over a cluster. */
export interface ImageVerifier {
  cluster: string;
  /** The same across clusters. */
  policy: string;
  images: VerifiedImages[];
}

/** Those of some clusters. What holds in one namespace alone is none of them, nor what has an exception, whatever that lets through. */
export async function listImageVerifiers(
  context: QueryContext,
  clusters: readonly string[],
): Promise<ImageVerifier[]> {
  const rows: { id: string; key: string }[] = await context
    .database('policies')
    .whereIn('cluster', [...clusters])
    .where({ type: 'verify-images', ready: true })
    .whereNull('namespace')
    .select('id', 'key');
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  const records = await readRecords<PolicyRecord>(context, query =>
    query
      .whereRaw("records.type = 'policy'")
      .whereIn('records.id', [...keys.keys()]),
  );
  const exceptions = await readRecords<PolicyExceptionRecord>(context, query =>
    query
      .whereRaw("records.type = 'policy-exception'")
      .whereIn('records.cluster', [...clusters]),
  );
  const excepted = new Set(
    exceptions.flatMap(({ cluster, record: { engine, policies } }) =>
      policies.map(({ name }) => `${cluster}/${engine}/${name}`),
    ),
  );
  return records
    .filter(
      ({ cluster, record }) =>
        !excepted.has(`${cluster}/${record.engine}/${record.name}`),
    )
    .map(({ id, cluster, record }) => ({
      cluster,
      policy: keys.get(id)!,
      images: record.verifiedImages ?? [],
    }));
}
