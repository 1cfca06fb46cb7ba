import type { DriftIgnoreRule } from '@fleetcommander/backstage-plugin-fleet-node';
import type { GitOwned } from '../../drift/override/GitOwned';
import type { StoredApplication } from '../poll/toRecordRow';
import type { ObjectQuery } from './recordsOfObject';
import type { QueryContext } from './QueryContext';

/** What the store knows of an object that is to be compared with Git. */
export interface DiffBasis {
  /** Of its application. */
  ignoreRules: DriftIgnoreRule[];
  /** Whether the application has more rules than are kept. */
  ignoreRulesCut: boolean;
  /** Absent: nothing is kept of the object. */
  gitOwned?: GitOwned;
  /** Absent: objects of that plural are not read. */
  kind?: string;
}

/** Reads {@link DiffBasis}. Who may was settled before. */
export async function readDiffBasis(
  { database }: QueryContext,
  applicationId: string,
  { cluster, group, plural, namespace, name }: ObjectQuery,
): Promise<DiffBasis> {
  const record = await database('records')
    .where({ id: applicationId })
    .first('data');
  const { drift } = JSON.parse(record?.data ?? '{}') as StoredApplication;
  const collections: { collection: string; kind: string }[] = await database(
    'collections',
  )
    .where({ cluster, group, plural })
    .select('collection', 'kind');
  const owned = await database('git_owned')
    .where({ cluster, name, ...(namespace && { namespace }) })
    .whereIn(
      'collection',
      collections.map(({ collection }) => collection),
    )
    .first('value');
  return {
    ignoreRules: drift?.ignoreRules ?? [],
    ignoreRulesCut: drift?.ignoreRulesCut ?? false,
    gitOwned: owned && JSON.parse(owned.value),
    kind: collections[0]?.kind,
  };
}
