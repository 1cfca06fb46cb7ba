import { createHash } from 'node:crypto';

/**
 * Of what a policy says: equal on two clusters whose policies say the same, whatever the order of their keys.
 *
 * @param spec - of the policy.
 * @param options - `without`: keys that say what happens with a breach, not what one is. `defaults`: values that an engine of another
 * version may or may not have filled in; a key that has its default counts as absent.
 */
export function contentHash(
  spec: unknown,
  options: {
    without: ReadonlySet<string>;
    defaults?: Readonly<Record<string, unknown>>;
  },
): string {
  const { without, defaults = {} } = options;
  const said = JSON.stringify(spec ?? {}, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(
              ([key, item]) =>
                item !== null &&
                !without.has(key) &&
                !(Object.hasOwn(defaults, key) && defaults[key] === item),
            )
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}
