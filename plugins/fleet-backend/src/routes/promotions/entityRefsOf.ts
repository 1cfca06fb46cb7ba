import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { membersOf } from '../entities/membersOf';

/**
 * An entity and what it is the sum of, as far as the caller may see them.
 *
 * @throws InputError where it is no entity ref, NotFoundError where the caller's catalog has no such entity.
 */
export async function entityRefsOf(
  ref: string,
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<string[]> {
  const { catalog, credentials } = options;
  const entity = await catalog.getEntityByRef(checked(ref), { credentials });
  if (!entity) {
    throw new NotFoundError(`No entity ${ref}`);
  }
  const members = await membersOf({ entity, catalog, credentials });
  return [stringifyEntityRef(entity), ...members];
}

function checked(ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    throw new InputError(
      `${JSON.stringify(
        ref,
      )} is no entity reference: write kind:namespace/name`,
    );
  }
}
