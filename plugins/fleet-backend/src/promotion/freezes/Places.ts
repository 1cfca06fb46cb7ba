import { LineCounter } from 'yaml';

/** Where in a text something is, as editors count. */
export class Places {
  readonly #lines = new LineCounter();

  constructor(text: string) {
    this.#lines.addNewLine(0);
    for (const { index } of text.matchAll(/\n/g)) {
      this.#lines.addNewLine(index + 1);
    }
  }

  tell(offset: number, message: string): string {
    const { line, col } = this.#lines.linePos(offset);
    return `line ${line}, column ${col}: ${message}`;
  }

  lineOf(offset: number): number {
    return this.#lines.linePos(offset).line;
  }
}
