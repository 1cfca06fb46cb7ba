/** The value at a path of keys and indices. Undefined where there is none. */
export function valueAt(
  value: unknown,
  path: readonly (string | number)[],
): unknown {
  return path.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' &&
      parent !== null &&
      Object.hasOwn(parent, key)
        ? (parent as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
