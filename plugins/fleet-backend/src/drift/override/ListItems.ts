import { fieldsOf, type Fields } from '../../engines/fields';

/** Kubernetes tells the items of one list apart by the same keys; whoever writes managedFields by hand may name others. */
const mostKeys = 10;

/** Finds items of lists as field sets name them. Each list is gone through once, however many of its items are asked for. */
export class ListItems {
  readonly #indices = new Map<
    readonly unknown[],
    Map<string, ReadonlyMap<string, unknown>>
  >();

  /** The item that has these keys; none where one list is asked by more than ten different sets of keys. */
  byKeys(items: readonly unknown[], keys: Fields): unknown {
    const names = Object.keys(keys);
    const valuesOf = (item: unknown) => {
      const fields = fieldsOf(item);
      return JSON.stringify(names.map(name => fields[name]));
    };
    return this.#index(items, JSON.stringify(names), valuesOf)?.get(
      valuesOf(keys),
    );
  }

  /** The item that is this value, in JSON. */
  byValue(items: readonly unknown[], json: string): unknown {
    return this.#index(items, 'value', item => JSON.stringify(item))?.get(json);
  }

  #index(
    items: readonly unknown[],
    by: string,
    keyOf: (item: unknown) => string,
  ): ReadonlyMap<string, unknown> | undefined {
    const indices = this.#indices.get(items) ?? new Map();
    this.#indices.set(items, indices);
    if (!indices.has(by) && indices.size < mostKeys) {
      // Of several that are equal, the first.
      indices.set(
        by,
        new Map([...items].reverse().map(item => [keyOf(item), item])),
      );
    }
    return indices.get(by);
  }
}
