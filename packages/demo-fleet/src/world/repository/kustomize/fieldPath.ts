import { isPlainObject } from '../../../apiserver/fields/fieldsOfValue';

type Holder = Record<string, unknown>;

interface Options {
  delimiter?: string;
  index?: number;
  create?: boolean;
}

/** `spec.template.spec.containers.[name=web].image`: dots in keys are escaped or in brackets, `*` is every item. */
function stepsOf(path: string): string[] {
  return (path.match(/\[[^\]]*\]|(?:\\.|[^.[\]\\])+/g) ?? []).map(step =>
    step.replace(/\\(.)/g, '$1'),
  );
}

/** What stands at a path: several values where it has a `*`. */
export function readField(value: unknown, path: string): unknown[] {
  return stepsOf(path)
    .reduce<unknown[]>(
      (values, step) => values.flatMap(each => childrenOf(each, step)),
      [value],
    )
    .filter(each => each !== undefined);
}

function childrenOf(value: unknown, step: string): unknown[] {
  return placesOf(value, step).map(key => (value as Holder)[key]);
}

/** The keys or positions that a step leads to. */
function placesOf(value: unknown, step: string): string[] {
  if (Array.isArray(value)) {
    if (step === '*') {
      return Object.keys(value);
    }
    const [, key, wanted] = /^\[([^=]+)=(.*)\]$/.exec(step) ?? [];
    return key
      ? Object.keys(value).filter(
          index => String(value[Number(index)]?.[key]) === wanted,
        )
      : [step];
  }
  return isPlainObject(value) ? [step.replace(/^\[(.*)\]$/, '$1')] : [];
}

/** Writes a value; false where there is no such place. */
export function writeField(
  object: object,
  path: string,
  value: unknown,
  options: Options,
): boolean {
  const steps = stepsOf(path);
  const last = steps.pop()!;
  let holders: unknown[] = [object];
  for (const step of steps) {
    holders = holders.flatMap(holder => {
      const places = placesOf(holder, step);
      if (options.create && isPlainObject(holder)) {
        places.forEach(key => (holder[key] ??= {}));
      }
      return places
        .map(key => (holder as Holder)[key])
        .filter(each => each !== undefined);
    });
  }
  let written = false;
  for (const holder of holders) {
    for (const key of placesOf(holder, last)) {
      const place = holder as Holder;
      if (key in place || options.create) {
        place[key] = spliced(place[key], value, options);
        written = true;
      }
    }
  }
  return written;
}

/** With a delimiter, a value is one part of a text. */
function spliced(
  before: unknown,
  value: unknown,
  { delimiter, index = 0 }: Options,
): unknown {
  if (!delimiter || typeof before !== 'string') {
    return structuredClone(value);
  }
  const parts = before.split(delimiter);
  if (index < 0) {
    return [value, ...parts].join(delimiter);
  }
  if (index >= parts.length) {
    return [...parts, value].join(delimiter);
  }
  return parts.with(index, String(value)).join(delimiter);
}
