import {
  parseGitRepository,
  type ApplicationRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { Applier } from '../../claims/steps/ClaimFacts';
import { groupBy } from '../sql/groupBy';

interface Row {
  cluster: string;
  kind: string;
  namespace: string | null;
  name: string;
  owner_key: string | null;
  source_url: string | null;
  data: string;
}

/** What of a claim tells who applies it. */
export interface AppliedClaim {
  cluster: string;
  /** On the object, where it is on the hub. */
  ownerKey?: string;
  /** Where Git has it. */
  file?: { repository: string; path: string };
}

/** Finds the application of a hub that applies a claim: the one it names, else the one that follows its folder most closely. */
export async function readAppliers(
  database: Knex,
  hubs: readonly string[],
): Promise<(claim: AppliedClaim) => Applier | undefined> {
  const rows: Row[] = await database('applications')
    .join('records', 'records.id', 'applications.id')
    .whereIn('applications.cluster', [...hubs])
    .where(own =>
      own
        .whereNull('applications.target_cluster')
        .orWhereRaw('applications.target_cluster = applications.cluster'),
    )
    .select(
      'applications.cluster',
      'applications.kind',
      'applications.namespace',
      'applications.name',
      'applications.owner_key',
      'applications.source_url',
      'records.data',
    );
  const byCluster = groupBy(
    rows.map(row => ({ ...row, application: parse(row.data) })),
    ({ cluster }) => cluster,
  );
  return ({ cluster, ownerKey, file }) => {
    const candidates = byCluster.get(cluster) ?? [];
    const owner = ownerKey
      ? candidates.find(({ owner_key: key }) => key === ownerKey)
      : undefined;
    const following = file
      ? candidates
          .filter(row => isOf(row, file.repository))
          .map(row => ({ row, folder: folderOf(row.application) }))
          .filter(({ folder }) => `${file.path}`.startsWith(folder))
          .sort((a, b) => b.folder.length - a.folder.length)[0]?.row
      : undefined;
    const applier = owner ?? following;
    return (
      applier && {
        title: `${applier.kind} ${applier.namespace}/${applier.name}`,
        state: applier.application.state,
        summary: applier.application.summary,
        message: applier.application.message,
      }
    );
  };
}

function parse(data: string): ApplicationRecord {
  return JSON.parse(data);
}

function isOf(
  {
    source_url: url,
    application,
  }: Pick<Row, 'source_url'> & {
    application: ApplicationRecord;
  },
  repository: string,
): boolean {
  const wanted = parseGitRepository(repository);
  const source = url ?? application.sources[0]?.url;
  const followed = source ? parseGitRepository(source) : undefined;
  return (
    wanted !== undefined &&
    followed?.host === wanted.host &&
    followed.owner === wanted.owner &&
    followed.name === wanted.name
  );
}

/** With a slash behind it, but for the root. */
function folderOf({ sources }: ApplicationRecord): string {
  const parts = (sources[0]?.path ?? '')
    .split('/')
    .filter(part => part && part !== '.');
  return parts.length > 0 ? `${parts.join('/')}/` : '';
}
