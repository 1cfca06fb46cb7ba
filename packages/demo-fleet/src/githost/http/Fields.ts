import { invalidRequest } from './ApiError';

/** The fields of a request's body, each asked for by the type it must have. */
export class Fields {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  has(name: string): boolean {
    return name in this.values;
  }

  isNull(name: string): boolean {
    return this.values[name] === null;
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) {
      throw invalidRequest(`"${name}" wasn't supplied.`);
    }
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.#typed(name, 'string');
  }

  optionalFlag(name: string): boolean | undefined {
    return this.#typed(name, 'boolean');
  }

  optionalNumber(name: string): number | undefined {
    return this.#typed(name, 'number');
  }

  texts(name: string): string[] {
    return this.#list(name).map(value => {
      if (typeof value !== 'string') {
        throw wrongType(name, value, 'a string');
      }
      return value;
    });
  }

  objects(name: string): Fields[] {
    return this.#list(name).map(value => fieldsOf(name, value));
  }

  object(name: string): Fields | undefined {
    const value = this.values[name] ?? undefined;
    return value === undefined ? undefined : fieldsOf(name, value);
  }

  oneOf<T extends string>(name: string, known: readonly T[]): T | undefined {
    const value = this.optionalText(name);
    const found = known.find(item => item === value);
    if (value !== undefined && !found) {
      throw invalidRequest(
        `For 'properties/${name}', ${value} is not a member of ${known.join(
          ', ',
        )}.`,
      );
    }
    return found;
  }

  #list(name: string): unknown[] {
    const value = this.values[name] ?? [];
    if (!Array.isArray(value)) {
      throw wrongType(name, value, 'an array');
    }
    return value;
  }

  #typed(name: string, type: 'string'): string | undefined;
  #typed(name: string, type: 'boolean'): boolean | undefined;
  #typed(name: string, type: 'number'): number | undefined;
  #typed(name: string, type: string): unknown {
    const value = this.values[name] ?? undefined;
    if (value !== undefined && typeof value !== type) {
      throw wrongType(name, value, `a ${type}`);
    }
    return value;
  }
}

function fieldsOf(name: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongType(name, value, 'an object');
  }
  return new Fields({ ...value });
}

function wrongType(name: string, value: unknown, type: string) {
  return invalidRequest(
    `For 'properties/${name}', ${JSON.stringify(value)} is not ${type}.`,
  );
}
