/** What is of a cloud, or of any; all of it while none is chosen. */
export function ofProvider<T extends { provider?: string }>(
  items: readonly T[],
  provider: string | undefined,
): T[] {
  return items.filter(
    item =>
      provider === undefined ||
      item.provider === undefined ||
      item.provider === provider,
  );
}
