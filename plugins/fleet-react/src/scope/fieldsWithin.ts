import type { FleetScope } from './FleetScope';

/**
 * The filters that still tell something apart within a scope: on a cluster there is one environment, and what is of one entity has
 * one owner.
 *
 * @public
 */
export function fieldsWithin<Field extends { key: string }>(
  scope: FleetScope | undefined,
  fields: readonly Field[],
): Field[] {
  return fields.filter(
    ({ key }) =>
      key !== scope?.key &&
      !(scope?.key === 'cluster' && key === 'environment') &&
      !(scope?.sum === false && key === 'owner'),
  );
}
