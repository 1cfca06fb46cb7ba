import { parseAllDocuments } from 'yaml';
import { BuildError } from './BuildError';

/** The documents of a text; empty ones are none. */
export function readYaml(text: string, path: string): unknown[] {
  return parseAllDocuments(text)
    .map(document => {
      const [error] = document.errors;
      if (error) {
        const [reason] = error.message.split('\n');
        throw new BuildError(
          `accumulating resources: MalformedYAMLError: yaml: ${reason} in File: ${path}`,
        );
      }
      return document.toJS() as unknown;
    })
    .filter(document => document !== null && document !== undefined);
}
