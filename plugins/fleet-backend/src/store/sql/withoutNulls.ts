/** A row as the database answers it, with what is null left out. */
export function withoutNulls<T extends object>(row: object): T {
  const present: Record<string, unknown> = {};
  // Read for tens of thousands of rows at a time.
  for (const key in row) {
    if (Object.hasOwn(row, key)) {
      const value: unknown = Reflect.get(row, key);
      if (value !== null) {
        present[key] = value;
      }
    }
  }
  return present as T;
}
