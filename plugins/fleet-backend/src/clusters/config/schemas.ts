import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

/**
 * A list whose bad entries have been set to undefined by {@link parseTolerantly}.
 *
 * @param clash - says of an entry what is wrong with it beside those before it, and at which of its keys.
 */
export function listOf<T extends z.ZodType>(
  entry: T,
  clash?: (
    entry: z.output<T>,
    before: z.output<T>[],
  ) => { key: string; message: string } | undefined,
) {
  return z
    .array(entry.optional())
    .superRefine((entries, context) => {
      for (const [index, item] of entries.entries()) {
        const found =
          item && clash?.(item, entries.slice(0, index).filter(present));
        if (found) {
          const { key, message } = found;
          context.addIssue({ code: 'custom', path: [index, key], message });
        }
      }
    })
    .transform(entries => entries.filter(present));
}

/** A map whose bad entries have been set to undefined by {@link parseTolerantly}. */
export function mapOf<T extends z.ZodType>(value: T) {
  return z
    .record(z.string(), value.optional())
    .transform(map => Object.entries(map).filter(hasValue));
}

/** `{ seconds: 30 }`, `30s` or `PT30S`, as milliseconds. */
export const durationSchema = z.unknown().transform((value, context) => {
  try {
    const config = new ConfigReader({ value } as ConstructorParameters<
      typeof ConfigReader
    >[0]);
    const milliseconds = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'value' }),
    );
    if (milliseconds > 0) {
      return milliseconds;
    }
  } catch {
    // Said below.
  }
  context.addIssue({
    code: 'custom',
    message:
      "is not a duration above zero; write { seconds: 30 }, '30s' or 'PT30S'",
  });
  return z.NEVER;
});

/** An entity ref whose kind is a Group unless it says otherwise. */
export const ownerRefSchema = z.string().transform((value, context) => {
  try {
    return stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    context.addIssue({
      code: 'custom',
      message: `'${value}' is not an entity ref; write one as group:default/pay`,
    });
    return z.NEVER;
  }
});

/** A URL that people follow or clusters are asked at. */
export const httpUrlSchema = z.string().refine(isHttpUrl, {
  error: issue =>
    `'${issue.input}' is not a URL that begins with https:// or http://`,
});

/** Whether a string is an http or https URL. */
export function isHttpUrl(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

function present<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function hasValue<T>(entry: [string, T | undefined]): entry is [string, T] {
  return entry[1] !== undefined;
}
