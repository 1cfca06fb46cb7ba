import type { JsonObject, JsonValue } from '@backstage/types';

/** What another field of the form holds: `cluster`, or `spec.region` where fields are nested. */
export function valueAt(
  formData: JsonObject | undefined,
  path: string | undefined,
): JsonValue | undefined {
  return path
    ?.split('.')
    .reduce<JsonValue | undefined>(
      (at, part) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, part)
          ? (at as JsonObject)[part]
          : undefined,
      formData,
    );
}

/** As {@link valueAt}, where it is a text that says something. */
export function textAt(
  formData: JsonObject | undefined,
  path: string | undefined,
): string | undefined {
  const value = valueAt(formData, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
