import type { Knex } from 'knex';

/** An object of a cluster. */
export interface ObjectQuery {
  cluster: string;
  group: string;
  kind?: string;
  plural: string;
  namespace?: string;
  name: string;
}

/** What is kept of an object. */
export function recordsOfObject(
  database: Knex,
  { cluster, group, plural, namespace, name }: ObjectQuery,
): Knex.QueryBuilder {
  return database('records')
    .join('collections', join =>
      join
        .on('collections.cluster', 'records.cluster')
        .on('collections.collection', 'records.collection'),
    )
    .where({
      'records.cluster': cluster,
      'records.object_key': namespace ? `${namespace}/${name}` : name,
      'collections.plural': plural,
      'collections.group': group,
    });
}
