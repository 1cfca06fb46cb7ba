/** What Crossplane writes into the spec itself, and nobody asks for. */
const machinery = new Set([
  'claimRef',
  'compositeDeletePolicy',
  'compositionRef',
  'compositionRevisionRef',
  'compositionUpdatePolicy',
  'crossplane',
  'publishConnectionDetailsTo',
  'resourceRef',
  'resourceRefs',
]);

/** No screen shows more of a spec than this; its YAML does. */
const mostFacts = 40;

interface SpecFact {
  key: string;
  value: string;
}

/** A spec as facts by their path. Node groups stand in a table of their own. */
export function specFacts(
  spec: Record<string, unknown>,
  nodeGroups: ReadonlySet<string>,
): SpecFact[] {
  const asked = Object.fromEntries(
    Object.entries(spec).filter(([key]) => !machinery.has(key)),
  );
  return factsOf(asked, '', nodeGroups).slice(0, mostFacts);
}

function factsOf(
  value: unknown,
  path: string,
  nodeGroups: ReadonlySet<string>,
): SpecFact[] {
  if (Array.isArray(value)) {
    if (value.every(item => typeof item !== 'object')) {
      return value.length > 0 ? [{ key: path, value: value.join(', ') }] : [];
    }
    if (value.every(item => nodeGroups.has(item?.name))) {
      return [];
    }
    return value.flatMap((item, index) =>
      factsOf(item, `${path}[${index}]`, nodeGroups),
    );
  }
  if (typeof value === 'object' && value) {
    return Object.entries(value).flatMap(([key, inner]) =>
      factsOf(inner, path ? `${path}.${key}` : key, nodeGroups),
    );
  }
  return [{ key: path, value: String(value) }];
}
