/** Where two answers are made of different things, by path. Where one of them has nothing, it may have nothing. */
export function differencesOf(
  ours: unknown,
  theirs: unknown,
  path = '',
): string[] {
  if (ours === null || theirs === null) {
    return [];
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    return ours.length > 0 && theirs.length > 0
      ? differencesOf(ours[0], theirs[0], `${path}[]`)
      : [];
  }
  if (isObject(ours) && isObject(theirs)) {
    const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    return [...names].flatMap(name => {
      const inner = path ? `${path}.${name}` : name;
      if (!(name in ours)) {
        return [`theirs only: ${inner}`];
      }
      return name in theirs
        ? differencesOf(ours[name], theirs[name], inner)
        : [`ours only: ${inner}`];
    });
  }
  return typeof ours === typeof theirs
    ? []
    : [`${path} is ${typeof ours} here and ${typeof theirs} there`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
