/** What stands for a value that nobody is to see. */
export const MASK = '••••••';

/** A value that may be compared, and whose text is a mask: it leaves the backend neither as itself nor as its length or hash. */
export class SecretValue {
  readonly #value: string;

  constructor(value: unknown) {
    this.#value = JSON.stringify(value) ?? '';
  }

  equals(other: unknown): boolean {
    return other instanceof SecretValue && other.#value === this.#value;
  }

  toJSON(): string {
    return MASK;
  }
}
