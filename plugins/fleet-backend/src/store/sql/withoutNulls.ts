/** A row as the database answers it, with what is null left out. */
export function withoutNulls<T extends object>(row: object): T {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as T;
}
