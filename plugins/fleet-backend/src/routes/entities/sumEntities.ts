import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Filter } from '../../store/FleetQueryStore';
import { isSum, membersOf } from './membersOf';

/** In a filter, `entity` of a System, Domain, Group or User stands for all that it is the sum of, as far as the caller may see that. */
export async function sumEntities(
  filter: Filter | undefined,
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<Filter | undefined> {
  return (
    filter &&
    Promise.all(
      filter.map(async conjunction => {
        const { entity: refs } = conjunction;
        return refs
          ? { ...conjunction, entity: await sumRefs(refs, options) }
          : conjunction;
      }),
    )
  );
}

async function sumRefs(
  refs: readonly string[],
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<string[]> {
  const { catalog, credentials } = options;
  const sums = refs.filter(ref => isSum(parseRef(ref)));
  const entities =
    sums.length > 0
      ? (await catalog.getEntitiesByRefs({ entityRefs: sums }, { credentials }))
          .items
      : [];
  const members = await Promise.all(
    entities.map(entity =>
      entity ? membersOf({ entity, catalog, credentials }) : [],
    ),
  );
  return [...new Set([...refs, ...members.flat()])];
}

function parseRef(ref: string) {
  try {
    return parseEntityRef(ref);
  } catch {
    throw new InputError(
      `Filter entity=${ref} is no entity reference: write kind:namespace/name`,
    );
  }
}
