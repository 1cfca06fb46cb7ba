/** What is wrong with a value that is not among what is offered; nothing, where nothing is. */
export function notOffered(
  value: string | undefined,
  offered: readonly string[],
  what: string,
): string | undefined {
  if (value === undefined || value === '' || offered.length === 0) {
    return undefined;
  }
  return offered.includes(value)
    ? undefined
    : `There is no ${what} '${value}'; choose one of ${offered.join(', ')}`;
}
