const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A member of an object, in JSONPath. */
export function memberPath(name: string): string {
  return identifier.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** The item of a list that has these keys, in JSONPath. */
export function itemPath(keys: Readonly<Record<string, unknown>>): string {
  const tests = Object.entries(keys).map(
    ([key, value]) => `@${memberPath(key)}==${JSON.stringify(value)}`,
  );
  return `[?(${tests.join(' && ')})]`;
}

/** The item of a set, in JSONPath. */
export function setItemPath(value: unknown): string {
  return `[?(@==${JSON.stringify(value)})]`;
}

/** Its parts: `.spec`, `["a.b"]`, `[?(@.name=="app")]`, `[0]`. */
export function splitPath(path: string): string[] {
  return path.match(/\.[A-Za-z_]\w*|\[(?:"(?:[^"\\]|\\.)*"|[^"\]])*\]/g) ?? [];
}

/** Paths of the items of lists that a path leads through, outermost first. */
export function itemsOnPath(path: string): string[] {
  const items: string[] = [];
  let prefix = '';
  for (const part of splitPath(path)) {
    prefix += part;
    if (part.startsWith('[?(@')) {
      items.push(prefix);
    }
  }
  return items;
}
