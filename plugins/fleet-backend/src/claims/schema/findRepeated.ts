import type { ClaimError } from '../ClaimFinding';
import { pathTo } from './pathTo';
import { itemKey, walkSchema, type SchemaNode } from './walkSchema';

/** Items of lists of which there may be one only, by their keys or as a whole. */
export function findRepeated(root: SchemaNode): ClaimError[] {
  return [...walkSchema(root)].flatMap(({ path, schema, value }) => {
    if (!Array.isArray(value)) {
      return [];
    }
    const firstAt = new Map<string, number>();
    return value.flatMap((item, index) => {
      const key = itemKey(schema, item);
      const first = key === undefined ? undefined : firstAt.get(key);
      if (key !== undefined && first === undefined) {
        firstAt.set(key, index);
      }
      return first === undefined
        ? []
        : [
            {
              path: pathTo(path, index),
              message: `repeats ${pathTo(path, first)}`,
            },
          ];
    });
  });
}
