import type {
  KubernetesObject,
  LongList,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { ReadObject } from '../KubernetesClient';
import { valueAt, type Cut } from './Cut';

/** Tells the entries of the long lists of objects apart, one object after the other. */
export class Sieve {
  readonly cut: Cut;
  readonly #keys: string[];
  #kept: unknown[] = [];
  #counted: Record<string, number> = {};

  /** @param prefix - keys that lead to the object in what arrives. */
  constructor(longList: LongList, prefix: readonly string[] = []) {
    this.#keys = longList.path.split('.');
    this.cut = {
      path: [...prefix, ...this.#keys],
      begin: () => this.#clear(),
      take: entry => {
        const word = wordFor(longList, entry);
        if (word === undefined) {
          this.#kept.push(entry);
        } else {
          this.#counted[word] = (this.#counted[word] ?? 0) + 1;
        }
      },
    };
  }

  /** The object whose entries were taken last, with those that are kept. */
  finish(object: KubernetesObject): ReadObject {
    const keys = [...this.#keys];
    const last = keys.pop()!;
    const holder = keys.reduce<unknown>(valueAt, object);
    const found = Array.isArray(valueAt(holder, last));
    if (found) {
      (holder as Record<string, unknown>)[last] = this.#kept;
    }
    const counted = found ? this.#counted : {};
    this.#clear();
    return { object, counted };
  }

  #clear() {
    this.#kept = [];
    this.#counted = {};
  }
}

/** An engine that stumbles over an entry keeps it, and says so when it projects the object. */
function wordFor(longList: LongList, entry: unknown): string | undefined {
  try {
    return longList.countAs(entry);
  } catch {
    return undefined;
  }
}
