import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';

/** CEL matches with RE2, as the API server does: in Go's syntax, and in time that grows only with the text. */
const matches = plan(celEnv(), parse('text.matches(pattern)'));

/** A pattern of a schema. Throws when it cannot be read. */
export function goPattern(pattern: string): { test(text: string): boolean } {
  const test = (text: string) => {
    const result = matches({ text, pattern });
    if (isCelError(result)) {
      throw result;
    }
    return result === true;
  };
  test('');
  return { test };
}
