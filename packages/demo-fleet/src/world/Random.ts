/** A small deterministic generator (mulberry32): the same seed and scope give the same fleet. */
export class Random {
  private constructor(private state: number) {}

  /** The scope keeps one thing's luck independent of how many others were made before it. */
  static create(seed: number, ...scope: string[]): Random {
    let state = (seed ^ 0x9e3779b9) | 0;
    for (const character of scope.join('/')) {
      state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
    }
    return new Random(state);
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.between(0, choices.length - 1)];
  }

  hex(length: number): string {
    return this.letters('0123456789abcdef', length);
  }

  /** As Kubernetes ends the names that it generates: no vowels, so no words. */
  suffix(length: number): string {
    return this.letters('bcdfghjklmnpqrstvwxz2456789', length);
  }

  private letters(alphabet: string, length: number): string {
    let text = '';
    for (let index = 0; index < length; index++) {
      text += alphabet[this.between(0, alphabet.length - 1)];
    }
    return text;
  }
}
