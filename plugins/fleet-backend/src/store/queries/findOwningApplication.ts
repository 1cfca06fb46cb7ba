import type { StoredDetail } from '../poll/toRecordRow';
import type { Access } from '../FleetQueryStore';
import { whereApplication } from './applicationFilters';
import { whereContains } from './filters';
import type { QueryContext } from './QueryContext';
import { recordsOfObject, type ObjectQuery } from './recordsOfObject';

/** The application that the access covers and that deploys an object: the object itself, one that owns it, or one that lists it. */
export async function findOwningApplication(
  context: QueryContext,
  object: ObjectQuery,
  access: Access,
): Promise<string | undefined> {
  return (
    (await findByRecord(context, object, access)) ??
    (await findByResources(context, object, access))
  );
}

async function findByRecord(
  { database }: QueryContext,
  object: ObjectQuery,
  access: Access,
): Promise<string | undefined> {
  const records = recordsOfObject(database, object);
  const query = database('applications')
    .where(either =>
      either
        .whereIn('applications.id', records.clone().select('records.id'))
        .orWhere(owner =>
          owner
            .where('applications.target_cluster', object.cluster)
            .whereIn(
              'applications.owner_key',
              records
                .clone()
                .whereNot('records.type', 'application')
                .whereNotNull('records.owner_key')
                .select('records.owner_key'),
            ),
        ),
    )
    .orderBy('applications.id')
    .first('applications.id');
  whereApplication(database, query, { access });
  const row = await query;
  return row?.id;
}

async function findByResources(
  { database }: QueryContext,
  object: ObjectQuery,
  access: Access,
): Promise<string | undefined> {
  const query = database('applications')
    .join('records', 'records.id', 'applications.id')
    .where('applications.target_cluster', object.cluster)
    .orderBy('applications.id')
    .select<{ id: string; detail: string }[]>(
      'applications.id',
      'records.detail',
    );
  whereContains(
    query,
    'lower(records.detail)',
    `"name":${JSON.stringify(object.name)}`,
  );
  whereApplication(database, query, { access });
  const rows = await query;
  return rows.find(({ detail }) => {
    const { resources }: StoredDetail = JSON.parse(detail);
    return resources.some(
      ({ group, kind, namespace, name }) =>
        name === object.name &&
        group === object.group &&
        (namespace ?? '') === (object.namespace ?? '') &&
        (object.kind ? kind === object.kind : pluralOf(kind) === object.plural),
    );
  })?.id;
}

/** As API servers and generators of CRDs form it. */
function pluralOf(kind: string): string {
  const word = kind.toLowerCase();
  if (/(s|x|z|ch|sh)$/.test(word)) {
    return `${word}es`;
  }
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
