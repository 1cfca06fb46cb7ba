import type { Cut } from './Cut';

/** A value that is arriving, and how far it has. */
export class Frame {
  readonly cut?: Cut;
  /** Takes each value that is complete. */
  readonly take: (value: unknown) => void;
  /** Whether it is preceded by any of its kind, in an array or on lines. */
  any = false;
  /** It was taken, and what parts it from the next has not come yet. */
  taken = false;
  /** The text that came of it, without what was taken out. */
  #pieces: string[] = [];
  #length = 0;
  /** How many objects and arrays are open. */
  #depth = 0;
  /** How many of them, from the outermost on, are objects that lead to the array of the cut. */
  #onPath = 0;
  /** Of the innermost of these, the key of the value that comes next; undefined: its next string is a key. */
  #key?: string;

  constructor(options: { cut?: Cut; take: (value: unknown) => void }) {
    this.cut = options.cut;
    this.take = options.take;
  }

  get length(): number {
    return this.#length;
  }

  /** Whether it is not within an object or an array of its own. */
  get outside(): boolean {
    return this.#depth === 0;
  }

  /** Whether the string that comes next is a key that matters. */
  get atKey(): boolean {
    return this.#depth > 0 && this.#isOnPath && this.#key === undefined;
  }

  /** Whether an array that comes next is that of the cut. */
  get atCut(): boolean {
    return this.#isNext && this.#depth === this.cut?.path.length;
  }

  add(piece: string) {
    if (piece !== '') {
      this.#pieces.push(piece);
      this.#length += piece.length;
    }
  }

  foundKey(key: string) {
    this.#key = key;
  }

  comma() {
    if (this.#isOnPath) {
      this.#key = undefined;
    }
  }

  enterObject() {
    const leadsOn =
      this.#depth === 0
        ? this.cut !== undefined
        : this.#isNext && this.#depth < this.cut!.path.length;
    if (leadsOn) {
      this.#onPath += 1;
      this.#key = undefined;
    }
    this.#depth += 1;
  }

  enterArray() {
    this.#depth += 1;
  }

  leave() {
    this.#depth -= 1;
    if (this.#depth < 0) {
      throw new SyntaxError('more is closed than was opened');
    }
    if (this.#onPath > this.#depth) {
      this.#onPath = this.#depth;
      // It was the value of a key: only after a comma is there another.
      this.#key = '';
    }
  }

  /** Its text, once it is complete; what comes then is the next value. */
  finish(): string {
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    this.#depth = 0;
    this.#onPath = 0;
    this.#key = undefined;
    return text;
  }

  get #isOnPath(): boolean {
    return this.cut !== undefined && this.#depth === this.#onPath;
  }

  get #isNext(): boolean {
    return (
      this.#depth > 0 &&
      this.#isOnPath &&
      this.#key === this.cut!.path[this.#depth - 1]
    );
  }
}
