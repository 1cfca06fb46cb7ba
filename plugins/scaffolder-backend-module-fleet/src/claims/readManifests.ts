import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { LineCounter, parseAllDocuments } from 'yaml';

/** An object as a file has it. */
export interface Manifest extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: JsonObject & { name: string; namespace?: string };
}

const mostCharacters = 1_000_000;

/** The objects of a YAML file. Throws InputError where it does not parse or holds something else, by file and line. */
export function readManifests(file: string, text: string): Manifest[] {
  if (text.length > mostCharacters) {
    throw new InputError(`${file} is longer than 1,000,000 characters`);
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
  });
  if (!Array.isArray(documents)) {
    return [];
  }
  return documents
    .filter(({ contents }) => contents !== null)
    .map(document => {
      const { line } = lines.linePos(document.range[0]);
      const [problem] = document.errors;
      if (problem) {
        const at = lines.linePos(problem.pos[0]);
        throw new InputError(
          `${file}, line ${at.line}, column ${at.col}: ${problem.message}`,
        );
      }
      const value = toPlain(document, `${file}, line ${line}`);
      if (!isManifest(value)) {
        throw new InputError(
          `${file}, line ${line}: is no object of Kubernetes: it needs apiVersion, kind and metadata.name, each a text`,
        );
      }
      return value;
    });
}

function toPlain(
  document: { toJS(options: { maxAliasCount: number }): unknown },
  place: string,
): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new InputError(`${place}: ${(error as Error).message}`);
  }
}

function isManifest(value: unknown): value is Manifest {
  const { apiVersion, kind, metadata } = (value ?? {}) as Partial<Manifest>;
  return [apiVersion, kind, metadata?.name].every(
    text => typeof text === 'string' && text !== '',
  );
}
