import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../claims/readManifests';

interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  items?: Schema;
  [key: string]: unknown;
}

interface Crd {
  kind?: string;
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: Schema } }[];
  };
}

/** The schemas of CRDs in a folder, which take no field that they do not name. */
export class CrdSchemas {
  readonly #ajv = new Ajv({ strict: false, logger: false });
  readonly #schemas = new Map<string, Schema>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(folder: string) {
    for (const file of readdirSync(folder, { recursive: true })) {
      if (/\.ya?ml$/.test(String(file))) {
        this.#add(readFileSync(join(folder, String(file)), 'utf8'));
      }
    }
  }

  /** What is wrong with an object; undefined where there is no schema of its kind. */
  problemsOf({ apiVersion, kind, ...rest }: Manifest): string[] | undefined {
    const key = `${apiVersion}/${kind}`;
    const schema = this.#schemas.get(key);
    if (!schema) {
      return undefined;
    }
    const validate =
      this.#compiled.get(key) ?? this.#ajv.compile(strict(schema));
    this.#compiled.set(key, validate);
    validate({ apiVersion, kind, ...rest });
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  #add(text: string): void {
    for (const document of parseAllDocuments(text)) {
      const crd = (document.toJS() ?? {}) as Crd;
      if (crd.kind === 'CustomResourceDefinition') {
        const { group, names, versions } = crd.spec;
        for (const { name, schema } of versions) {
          this.#schemas.set(
            `${group}/${name}/${names.kind}`,
            schema.openAPIV3Schema,
          );
        }
      }
    }
  }
}

/** What the API server would drop is a mistake here. */
function strict(schema: Schema, isRoot = true): Schema {
  const { properties, items } = schema;
  return {
    ...schema,
    ...(items && { items: strict(items, false) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [
          name,
          isRoot && name === 'metadata' ? value : strict(value, false),
        ]),
      ),
      ...(!schema['x-kubernetes-preserve-unknown-fields'] &&
        schema.additionalProperties === undefined && {
          additionalProperties: false,
        }),
    }),
  };
}
