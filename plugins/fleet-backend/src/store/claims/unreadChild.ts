import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ObjectReference } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { CollectionRow } from '../rows/CollectionRow';
import { withoutNulls } from '../sql/withoutNulls';

type ReadKind = Pick<
  CollectionRow,
  'group' | 'kind' | 'plural' | 'outcome' | 'message'
>;

/** How reading each kind of a hub went, by group and kind. */
export type ReadKinds = ReadonlyMap<string, ReadKind>;

/** How an object is that its parent names and of which there is no record. */
export interface UnreadChild {
  state: State;
  summary: string;
  /** Nobody can tell how it is. */
  untold: boolean;
}

export async function readKindsOf(
  database: Knex,
  cluster: string,
): Promise<ReadKinds> {
  const rows: object[] = await database('collections')
    .where({ cluster })
    .select('group', 'kind', 'plural', 'outcome', 'message');
  return new Map(
    rows.map(row => {
      const kind = withoutNulls<ReadKind>(row);
      return [`${kind.group}/${kind.kind}`, kind];
    }),
  );
}

/** Tells apart what is not there, what may not be read, and what nobody reads. */
export function unreadChild(
  { apiVersion, kind }: ObjectReference,
  kinds: ReadKinds,
): UnreadChild {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const read = kinds.get(`${group}/${kind}`);
  const resource = `${read?.plural ?? kind}${group && `.${group}`}`;
  const because = read?.message ? `: ${read.message}` : '';
  switch (read?.outcome) {
    case undefined:
      return {
        state: 'unknown',
        summary: `${resource} are not read on this hub`,
        untold: true,
      };
    case 'ok':
      return {
        state: 'progressing',
        summary: 'is not there (yet), though its parent names it',
        untold: false,
      };
    case 'pending':
      return {
        state: 'unknown',
        summary: `${resource} have not been read yet`,
        untold: true,
      };
    case 'not-allowed':
      return {
        state: 'not-allowed',
        summary: `${resource} may not be read on this hub${because}`,
        untold: true,
      };
    case 'not-installed':
      return {
        state: 'not-installed',
        summary: `${resource} are not installed on this hub`,
        untold: true,
      };
    default:
      return {
        state: 'unreachable',
        summary: `${resource} could not be read${because}`,
        untold: true,
      };
  }
}
