import type { Person } from '../model/Person';

const hourMs = 3_600_000;

interface Account {
  used: number;
  resetAt: number;
}

/** Counts what each person has asked within an hour. */
export class RateLimit {
  readonly #accounts = new Map<string, Account>();

  constructor(readonly limit: number) {}

  /** Counts one request; says whether it was one too many. */
  take(person: Person | undefined): boolean {
    const account = this.#accountOf(person);
    if (account.used >= this.limit) {
      return false;
    }
    account.used++;
    return true;
  }

  /** What turned out to be known to the client costs nothing. */
  giveBack(person: Person | undefined): void {
    this.#accountOf(person).used--;
  }

  stateOf(person: Person | undefined) {
    const { used, resetAt } = this.#accountOf(person);
    return {
      limit: this.limit,
      used,
      remaining: this.limit - used,
      reset: Math.ceil(resetAt / 1000),
    };
  }

  headersFor(person: Person | undefined): Record<string, string> {
    const { limit, used, remaining, reset } = this.stateOf(person);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-used': String(used),
      'x-ratelimit-resource': 'core',
    };
  }

  #accountOf(person: Person | undefined): Account {
    const key = person?.login ?? '';
    let account = this.#accounts.get(key);
    if (!account || account.resetAt <= Date.now()) {
      account = { used: 0, resetAt: Date.now() + hourMs };
      this.#accounts.set(key, account);
    }
    return account;
  }
}
