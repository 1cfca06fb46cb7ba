/** An object of which nothing is known but that its keys can be read. */
export type Fields = Readonly<Record<string, unknown>>;

const noFields: Fields = Object.freeze({});
/** What a reference names, nobody checks; names themselves may be no longer. */
const longestName = 253;
const noItems: readonly unknown[] = Object.freeze([]);

/** `value` where it is an object, else an empty one. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : noFields;
}

/** `value` where it is a list, else an empty one. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : noItems;
}

/** `value` where it is a string that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `value` where an object can have it as its name. */
export function nameOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text && text.length <= longestName ? text : undefined;
}

/** The strings among the items of `value`. */
export function textsOf(value: unknown): string[] {
  return itemsOf(value).filter(
    (item): item is string => textOf(item) !== undefined,
  );
}

/** The entries of `value` whose values are strings. */
export function textMapOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** `value` where it is a finite number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** `value` where it is a number of things, else `fallback`. */
export function countOf(value: unknown, fallback = 0): number {
  return Number.isInteger(value) && (value as number) >= 0
    ? (value as number)
    : fallback;
}

/** `value` where it is a point in time, in UTC so that times compare as text. */
export function timeOf(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const time = Date.parse(value);
  if (Number.isNaN(time)) {
    return undefined;
  }
  return value.endsWith('Z') ? value : new Date(time).toISOString();
}
