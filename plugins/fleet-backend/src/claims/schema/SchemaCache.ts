import { createHash } from 'node:crypto';
import { claimSchemaOf } from './claimSchemaOf';
import { CompiledSchema } from './CompiledSchema';

const mostSchemas = 50;

/** Schemas of claims, compiled when first asked for and kept while they are of use. */
export class SchemaCache {
  readonly #compiled = new Map<string, CompiledSchema>();

  /** Throws when the schema cannot be read. */
  get(definition: Readonly<Record<string, unknown>>): CompiledSchema {
    const key = createHash('sha256')
      .update(JSON.stringify(definition))
      .digest('base64');
    const compiled =
      this.#compiled.get(key) ??
      CompiledSchema.compile(claimSchemaOf(definition));
    // Those used last are last, and go last.
    this.#compiled.delete(key);
    this.#compiled.set(key, compiled);
    const [oldest] = this.#compiled.keys();
    if (this.#compiled.size > mostSchemas) {
      this.#compiled.delete(oldest);
    }
    return compiled;
  }
}
