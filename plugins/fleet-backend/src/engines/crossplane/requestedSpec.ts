import { fieldsOf, type Fields } from '../fields';

/** What Crossplane itself writes into a spec. */
const written = new Set([
  'claimRef',
  'compositionRevisionRef',
  'resourceRef',
  'resourceRefs',
]);

/** The spec of a claim or composite as people asked for it, without what Crossplane notes in it: v1 beside it, v2 in `crossplane`. */
export function requestedSpec(spec: Fields): Fields {
  const asked = withoutWritten(spec);
  const machinery = withoutWritten(fieldsOf(spec.crossplane));
  const { crossplane: _crossplane, ...rest } = asked;
  return Object.keys(machinery).length > 0
    ? { ...rest, crossplane: machinery }
    : rest;
}

function withoutWritten(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => !written.has(key)),
  );
}
