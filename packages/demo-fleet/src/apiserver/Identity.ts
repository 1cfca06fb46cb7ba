import { seededNumber, seededUid } from './seeded';

/** What a cluster's seed decides: uids, where revisions begin, and its age. */
export class Identity {
  #incarnation = 0;
  #uids = 0;

  private constructor(
    private readonly seed: number,
    private readonly cluster: string,
  ) {}

  static create(seed: number, cluster: string): Identity {
    return new Identity(seed, cluster);
  }

  /** Another cluster begins under the same name. */
  renew(): void {
    this.#incarnation++;
    this.#uids = 0;
  }

  createUid(): string {
    const { seed, cluster } = this;
    return seededUid(seed, cluster, this.#incarnation, ++this.#uids);
  }

  firstRevision(): number {
    const { seed, cluster } = this;
    return seededNumber(100_000, 9_000_000, seed, cluster, this.#incarnation);
  }

  ageDays(): number {
    return seededNumber(300, 900, this.seed, this.cluster, 'age');
  }
}
