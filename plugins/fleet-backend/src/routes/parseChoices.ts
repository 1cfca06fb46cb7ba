import { InputError } from '@backstage/errors';

/** Parses a comma-separated list of words out of a few. */
export function parseChoices<T extends string>(
  parameter: string,
  value: string,
  choices: readonly T[],
): T[] {
  return value.split(',').map(word => {
    const choice = choices.find(known => known === word.trim());
    if (!choice) {
      throw new InputError(
        `${parameter} has no ${JSON.stringify(
          word,
        )}: write some of ${choices.join(', ')}`,
      );
    }
    return choice;
  });
}
