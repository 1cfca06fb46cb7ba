/** A YAML text cannot be read or edited as asked; the message says where and what to do. Nothing was changed. @public */
export class YamlError extends Error {
  /** Tells it from other errors across packages. */
  readonly name = 'YamlError';
  /** From 1 on; absent: it is of no place of its own. */
  readonly line?: number;
  /** From 1 on. */
  readonly column?: number;

  constructor(message: string, at?: { line: number; column: number }) {
    super(at ? `line ${at.line}, column ${at.column}: ${message}` : message);
    this.line = at?.line;
    this.column = at?.column;
  }
}
