import { randomBytes } from 'node:crypto';

/** What somebody may do in a repository; each includes those before it. */
export type Access = 'none' | 'read' | 'write' | 'admin';

const order: readonly Access[] = ['none', 'read', 'write', 'admin'];

export interface PersonOptions {
  login: string;
  name?: string;
  email?: string;
  /** What signs them in, as a token or as the password of a push. Absent: one that nobody knows. */
  token?: string;
  /** In all repositories, or by `owner/name` and then in no other. Absent: `write`. */
  access?: Access | Readonly<Record<string, Access>>;
  /** The host signs the commits that it makes over the API, as GitHub does for an App. */
  isSigned?: boolean;
}

/** Somebody with an account. */
export class Person {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly isSigned: boolean;
  readonly #access: Access | Readonly<Record<string, Access>>;

  constructor(
    readonly id: number,
    {
      login,
      name,
      email,
      token,
      access = 'write',
      isSigned = false,
    }: PersonOptions,
  ) {
    // The account of an App ends with what no other's can.
    if (!/^[a-z\d](?:[a-z\d-]{0,38})(?:\[bot\])?$/i.test(login)) {
      throw new Error(
        `"${login}" is no login: letters, digits and hyphens, at most 39`,
      );
    }
    this.login = login;
    this.name = name ?? login;
    this.email = email ?? `${login}@users.noreply.localhost`;
    this.token = token ?? randomBytes(20).toString('hex');
    this.isSigned = isSigned;
    this.#access = access;
  }

  accessTo(repository: string): Access {
    return typeof this.#access === 'string'
      ? this.#access
      : this.#access[repository] ?? 'none';
  }

  may(needed: Access, repository: string): boolean {
    return order.indexOf(this.accessTo(repository)) >= order.indexOf(needed);
  }
}
