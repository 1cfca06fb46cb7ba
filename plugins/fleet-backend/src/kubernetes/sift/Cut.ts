/** An array within a JSON value whose elements are taken out one by one as they arrive. */
export interface Cut {
  /** Keys from the value down to the array. */
  path: readonly string[];
  /** The array begins. It does so twice where its key comes twice: the last counts, as for `JSON.parse`. */
  begin?(): void;
  /** One of its elements. */
  take(element: unknown): void;
  /** What is taken out of each element before. */
  inside?: Cut;
}

/** Takes elements out of a value that is there as a whole. */
export function takeOut(value: unknown, cut: Cut): void {
  const keys = [...cut.path];
  const last = keys.pop()!;
  const holder = keys.reduce<unknown>(valueAt, value);
  const elements = valueAt(holder, last);
  if (!Array.isArray(elements)) {
    return;
  }
  cut.begin?.();
  for (const element of elements) {
    if (cut.inside) {
      takeOut(element, cut.inside);
    }
    cut.take(element);
  }
  (holder as Record<string, unknown>)[last] = [];
}

/** What an object has of its own under a key. */
export function valueAt(holder: unknown, key: string): unknown {
  return typeof holder === 'object' &&
    holder !== null &&
    !Array.isArray(holder) &&
    Object.hasOwn(holder, key)
    ? (holder as Record<string, unknown>)[key]
    : undefined;
}
