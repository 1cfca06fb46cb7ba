import type { PolicyRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { PolicyRow } from '../../rows/PolicyRow';

/** What policies say of themselves, by their keys. */
export async function readDescriptions(
  database: Knex,
  policies: readonly Pick<PolicyRow, 'id' | 'key'>[],
): Promise<Map<string, string | undefined>> {
  const keys = new Map(policies.map(({ id, key }) => [id, key]));
  const rows: { id: string; data: string }[] = await database('records')
    .whereIn('id', [...keys.keys()])
    .select('id', 'data');
  return new Map(
    rows.map(({ id, data }) => {
      const { description }: PolicyRecord = JSON.parse(data);
      return [keys.get(id)!, description];
    }),
  );
}
