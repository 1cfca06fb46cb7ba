import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Relations that lead from a kind to what it is the sum of. */
const relationsDown: ReadonlyMap<string, readonly string[]> = new Map([
  ['domain', ['hasPart']],
  ['system', ['hasPart']],
  ['group', ['parentOf', 'ownerOf']],
  ['user', ['ownerOf']],
]);

/** Whether an entity stands for others. */
export function isSum(entity: Pick<Entity, 'kind'>): boolean {
  return relationsDown.has(entity.kind.toLocaleLowerCase('en-US'));
}

function partsOf(entity: Entity): string[] {
  const types = relationsDown.get(entity.kind.toLocaleLowerCase('en-US')) ?? [];
  return (entity.relations ?? [])
    .filter(({ type }) => types.includes(type))
    .map(({ targetRef }) => targetRef);
}

/**
 * Entity refs of what a System, Domain, Group or User is the sum of, as far as the caller may see them; none of anything else.
 */
export async function membersOf(options: {
  entity: Entity;
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<string[]> {
  const { entity, catalog, credentials } = options;
  const seen = new Set([stringifyEntityRef(entity)]);
  const members: string[] = [];
  let wanted = partsOf(entity);
  while (wanted.length > 0) {
    wanted.forEach(entityRef => seen.add(entityRef));
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: wanted,
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      },
      { credentials },
    );
    const found = items.filter(item => item !== undefined);
    members.push(
      ...found
        .filter(item => !isSum(item))
        .map(item => stringifyEntityRef(item)),
    );
    // A team owns systems, but parts of those may belong to others.
    const further =
      entity.kind === 'Group' || entity.kind === 'User'
        ? found.filter(({ kind }) => kind === 'Group')
        : found;
    wanted = [...new Set(further.flatMap(partsOf))].filter(
      entityRef => !seen.has(entityRef),
    );
  }
  return members;
}
