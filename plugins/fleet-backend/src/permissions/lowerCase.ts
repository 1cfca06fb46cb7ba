/** Entity refs are compared without regard to case. */
export function lowerCase(entityRefs: readonly string[]): string[] {
  return entityRefs.map(entityRef => entityRef.toLowerCase());
}
