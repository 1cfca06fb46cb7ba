import type { JsonObject, JsonValue } from '@backstage/types';
import type { Spot } from './Spot';

/** A value with where each part of it is written. */
export type Traced = TracedScalar | TracedList | TracedMap;

export interface TracedScalar {
  is: 'scalar';
  value: string | number | boolean | null;
  /** A number as it is written: 1.10. */
  source?: string;
  /** Where its lines begin in the file, when it has lines of its own, after `|` or `>`. */
  textLine?: number;
  spot: Spot;
}

export interface TracedList {
  is: 'list';
  items: readonly Traced[];
  spot: Spot;
}

export interface TracedMap {
  is: 'map';
  entries: ReadonlyMap<string, Traced>;
  spot: Spot;
}

/** What is at a path. */
export function tracedAt(
  root: Traced | undefined,
  ...path: (string | number)[]
): Traced | undefined {
  return path.reduce<Traced | undefined>((at, step) => {
    if (at?.is === 'map') {
      return at.entries.get(String(step));
    }
    return at?.is === 'list' ? at.items[Number(step)] : undefined;
  }, root);
}

/** The items of what is a list. */
export function itemsOf(traced: Traced | undefined): readonly Traced[] {
  return traced?.is === 'list' ? traced.items : [];
}

/** The entries of what is a map. */
export function entriesOf(traced: Traced | undefined): [string, Traced][] {
  return traced?.is === 'map' ? [...traced.entries] : [];
}

/** What is a text, or a number as it is written. */
export function textOf(traced: Traced | undefined): string | undefined {
  if (traced?.is !== 'scalar') {
    return undefined;
  }
  return typeof traced.value === 'string'
    ? traced.value
    : traced.source ?? undefined;
}

/** A scalar that is a text or a number. */
export function scalarAt(
  root: Traced | undefined,
  ...path: (string | number)[]
): TracedScalar | undefined {
  const found = tracedAt(root, ...path);
  return textOf(found) === undefined ? undefined : (found as TracedScalar);
}

/** It, without where it is written. */
export function plainOf(traced: Traced): JsonValue {
  switch (traced.is) {
    case 'scalar':
      return traced.value;
    case 'list':
      return traced.items.map(plainOf);
    default:
      return Object.fromEntries(
        [...traced.entries].map(([key, value]) => [key, plainOf(value)]),
      ) as JsonObject;
  }
}

/** A map with another value under a key; without one, none is there any more. */
export function withEntry(
  map: TracedMap,
  key: string,
  value: Traced | undefined,
): TracedMap {
  const entries = new Map(map.entries);
  if (value) {
    entries.set(key, value);
  } else {
    entries.delete(key);
  }
  return { ...map, entries };
}

/** A tree in which each scalar is what the function makes of it. */
export function mapScalars(
  traced: Traced,
  change: (scalar: TracedScalar, path: readonly string[]) => TracedScalar,
  path: readonly string[] = [],
): Traced {
  switch (traced.is) {
    case 'scalar':
      return change(traced, path);
    case 'list':
      return {
        ...traced,
        items: traced.items.map((item, index) =>
          mapScalars(item, change, [...path, String(index)]),
        ),
      };
    default:
      return {
        ...traced,
        entries: new Map(
          [...traced.entries].map(([key, value]) => [
            key,
            mapScalars(value, change, [...path, key]),
          ]),
        ),
      };
  }
}
