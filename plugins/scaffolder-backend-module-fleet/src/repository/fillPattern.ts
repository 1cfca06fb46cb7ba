import { InputError } from '@backstage/errors';
import { checkRepositoryPath } from './checkRepositoryPath';

/**
 * A path of a repository by a pattern of its layout, such as `clusters/{cluster}`. What is filled in is one segment of it, or a part of
 * one. Only what the pattern asks for has to be there.
 */
export function fillPattern(
  pattern: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) {
      const known = Object.keys(values).map(name => `{${name}}`);
      throw new InputError(
        `layout: {${key}} of ${pattern} is not known: only ${known.join(
          ', ',
        )} are`,
      );
    }
    if (value.includes('/')) {
      throw new InputError(
        `${key}: ${JSON.stringify(
          value,
        )} has a slash, and is to be part of a path`,
      );
    }
    return value;
  });
  return checkRepositoryPath('layout', filled);
}
