import type { JsonValue } from '@backstage/types';
import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { YamlError } from './YamlError';

/** A YAML text with what it says. */
export class YamlText {
  readonly text: string;
  readonly documents: readonly Document.Parsed[];
  readonly #lines = new LineCounter();

  /** @throws YamlError, when it cannot be read. */
  constructor(text: string) {
    this.text = text;
    const documents = parseAllDocuments(text, {
      keepSourceTokens: true,
      lineCounter: this.#lines,
      logLevel: 'silent',
      merge: true,
      prettyErrors: false,
    });
    this.documents = 'empty' in documents ? [] : documents;
    for (const { errors } of this.documents) {
      if (errors.length > 0) {
        throw this.errorAt(errors[0].pos[0], errors[0].message);
      }
    }
  }

  /** What a document says, aliases and merge keys resolved. */
  valueOf(index: number): JsonValue {
    try {
      // What an alias repeats is one object otherwise.
      return JSON.parse(JSON.stringify(this.documents[index].toJS()));
    } catch (error) {
      throw new YamlError(
        `this cannot be resolved: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }

  get newline(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n';
  }

  lineOf(offset: number): number {
    return this.#lines.linePos(offset).line;
  }

  /** From 0 on. A byte order mark takes no column. */
  columnOf(offset: number): number {
    const before = this.text.slice(this.lineStart(offset), offset);
    return before.replace('\ufeff', '').length;
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the next line begins, or the end of the text. */
  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  errorAt(offset: number, message: string): YamlError {
    const { line, col } = this.#lines.linePos(offset);
    return new YamlError(message, { line, column: col });
  }
}
