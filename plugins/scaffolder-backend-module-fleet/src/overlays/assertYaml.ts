import { InputError } from '@backstage/errors';
import { LineCounter, parseAllDocuments } from 'yaml';

/** Throws InputError, with file, line and column, where a text is no YAML. */
export function assertYaml(file: string, text: string): void {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
  });
  for (const { errors } of Array.isArray(documents) ? documents : []) {
    const [problem] = errors;
    if (problem) {
      const { line, col } = lines.linePos(problem.pos[0]);
      throw new InputError(
        `${file}, line ${line}, column ${col}: ${problem.message}`,
      );
    }
  }
}
