import type {
  Engine,
  EngineKind,
} from '@fleetcommander/backstage-plugin-fleet-node';

/**
 * The kind by which an engine reads a collection: the one of its name, else every kind of its group, else every kind of a category. Of
 * several categories, which discovery alone tells apart, the first. While there are no kinds of a category, it is a collection
 * itself, of the group `*`.
 */
export function kindOfCollection(
  { kinds }: Engine,
  { group, plural }: { group: string; plural: string },
): EngineKind | undefined {
  return (
    kinds.find(kind => kind.group === group && kind.plural === plural) ??
    kinds.find(
      kind =>
        kind.group === group &&
        kind.plural === '*' &&
        kind.category === undefined,
    ) ??
    kinds.find(({ category }) =>
      group === '*' ? category === plural : category !== undefined,
    )
  );
}
