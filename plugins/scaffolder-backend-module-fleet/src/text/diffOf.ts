import { createTwoFilesPatch } from 'diff';

/** What a change does to a file, as a unified diff. No text is a file that is not there. */
export function diffOf(
  path: string,
  before: string | undefined,
  after: string | undefined,
): string {
  if (before === after) {
    return `${path} stays as it is`;
  }
  return createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    { context: 3 },
  ).replace(/^=+\n/, '');
}
