const reserved = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

const escapes: Record<string, string> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

/** The name of a field in rules: what CEL cannot say is escaped there, as Kubernetes has laid down. */
export function fieldName(name: string): string {
  return reserved.has(name)
    ? `__${name}__`
    : name.replace(/__|[./-]/g, part => escapes[part]);
}
