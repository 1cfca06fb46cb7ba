import { isDeepStrictEqual } from 'node:util';
import { isPlainObject } from './fieldsOfValue';

/** The value without the field that the path leads to, and without maps that this leaves empty. */
export function removeField(value: unknown, path: readonly string[]): unknown {
  const [step, ...further] = path;
  const content = step.slice(2);
  if (Array.isArray(value)) {
    const wanted = JSON.parse(content);
    const matches = (item: unknown) =>
      step.startsWith('v:')
        ? isDeepStrictEqual(item, wanted)
        : hasKeys(item, wanted);
    return further.length
      ? value.map(item => (matches(item) ? removeField(item, further) : item))
      : value.filter(item => !matches(item));
  }
  if (!isPlainObject(value) || !(content in value)) {
    return value;
  }
  const { [content]: member, ...rest } = value;
  if (!further.length) {
    return rest;
  }
  const remains = removeField(member, further);
  const emptied = isPlainObject(remains) && Object.keys(remains).length === 0;
  return emptied ? rest : { ...value, [content]: remains };
}

function hasKeys(item: unknown, keys: Record<string, unknown>): boolean {
  return (
    isPlainObject(item) &&
    Object.entries(keys).every(([key, value]) => item[key] === value)
  );
}
