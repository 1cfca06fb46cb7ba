import { characters } from './characters';
import { takeOut, type Cut } from './Cut';
import { endOfElements } from './endOfElements';
import { endOfString, isEscaped } from './endOfObject';
import { Frame } from './Frame';
import { parseText } from '../parseText';

const {
  quote,
  comma,
  newline,
  openBracket,
  closeBracket,
  openBrace,
  closeBrace,
} = characters;

export interface JsonSplitterOptions {
  cut?: Cut;
  /** Takes each whole value, with the arrays of `cut` left empty. */
  take(value: unknown): void;
  /** One value a line, each with its end, any number of them; otherwise there is one. */
  lines?: boolean;
  /** Of a value, in characters, without what was taken out of it. */
  longest: number;
}

/** A value is longer than it may be. */
export class TooLongError extends Error {
  readonly name = 'TooLongError';
}

/**
 * Reads JSON in pieces as they arrive, and takes elements of arrays out of it, so that no more is in memory than a piece, or one of
 * them and what surrounds them. It only tells where values end: each is parsed by `parseText`, and what is left of the whole as well,
 * so that what is no JSON throws a SyntaxError here as there.
 */
export class JsonSplitter {
  readonly #lines: boolean;
  readonly #longest: number;
  /** The whole, and within it the elements of arrays that are taken out. */
  readonly #frames: Frame[];
  #inString = false;
  /** The piece before ended within a string, behind a backslash that escapes what comes. */
  #escaping = false;
  /** What came of a key that matters. */
  #key?: string;

  constructor({ cut, take, lines = false, longest }: JsonSplitterOptions) {
    this.#lines = lines;
    this.#longest = longest;
    this.#frames = [new Frame({ cut, take })];
  }

  write(text: string): void {
    let frame = this.#current;
    // Where that begins which the frame has not got yet.
    let from = this.#takeWhole(frame, text, 0);
    let at = from;
    while (at < text.length) {
      if (this.#inString) {
        at = this.#readString(frame, text, at);
        continue;
      }
      let next: number | undefined;
      switch (text.charCodeAt(at)) {
        case quote:
          this.#inString = true;
          this.#key = frame.atKey ? '' : undefined;
          break;
        case openBrace:
          frame.enterObject();
          break;
        case openBracket:
          if (frame.atCut) {
            next = at + 1;
            this.#add(frame, text.slice(from, next));
            this.#enter(frame.cut!);
          } else {
            frame.enterArray();
          }
          break;
        case closeBrace:
          frame.leave();
          break;
        case closeBracket:
          if (this.#inArray && frame.outside) {
            this.#add(frame, text.slice(from, at));
            this.#finish(frame, { mayBeNone: !frame.any });
            this.#frames.pop();
            frame = this.#current;
            // The bracket is the frame's around it.
            from = at;
          } else {
            frame.leave();
          }
          break;
        case comma:
          if (this.#inArray && frame.outside) {
            this.#add(frame, text.slice(from, at));
            this.#finish(frame, { mayBeNone: false });
            next = at + 1;
          } else {
            frame.comma();
          }
          break;
        case newline:
          if (this.#lines && !this.#inArray && frame.outside) {
            this.#add(frame, text.slice(from, at));
            this.#finish(frame, { mayBeNone: true });
            next = at + 1;
          }
          break;
        default:
          break;
      }
      at += 1;
      if (next !== undefined) {
        frame = this.#current;
        from = this.#takeWhole(frame, text, next);
        at = from;
      }
    }
    this.#add(frame, text.slice(from));
  }

  /** Nothing more comes. Answers whether that was all: false where the last value is cut short. */
  end(): boolean {
    const frame = this.#current;
    if (this.#inArray || this.#inString || !frame.outside) {
      return false;
    }
    if (this.#lines) {
      return frame.finish().trim() === '';
    }
    this.#finish(frame, { mayBeNone: false });
    return true;
  }

  get #current(): Frame {
    return this.#frames[this.#frames.length - 1];
  }

  get #inArray(): boolean {
    return this.#frames.length > 1;
  }

  #enter({ inside, begin, take }: Cut): void {
    begin?.();
    this.#frames.push(new Frame({ cut: inside, take }));
  }

  /**
   * Takes the values that begin at `start` and are there as a whole, all at once: most do not lie across the edge of two pieces, and
   * this is what makes it fast. Answers where to go on.
   */
  #takeWhole(frame: Frame, text: string, start: number): number {
    if (frame.length > 0 || (!this.#inArray && !this.#lines)) {
      return start;
    }
    const end = this.#inArray
      ? endOfElements(text, start)
      : text.lastIndexOf('\n') + 1;
    if (end === undefined || end <= start) {
      return start;
    }
    const whole = text.slice(start, end);
    const values: unknown[] = this.#inArray
      ? (parseText(`[${whole}]`) as unknown[])
      : linesOf(whole).map(line => parseText(line));
    for (const value of values) {
      if (frame.cut) {
        takeOut(value, frame.cut);
      }
      frame.take(value);
    }
    frame.any = true;
    frame.taken = this.#inArray;
    return end;
  }

  #add(frame: Frame, piece: string): void {
    frame.add(piece);
    if (frame.length > this.#longest) {
      throw new TooLongError(
        `a value is longer than ${this.#longest} characters`,
      );
    }
  }

  /** What came of the frame is complete, and was a value, unless there may be none. */
  #finish(frame: Frame, { mayBeNone }: { mayBeNone: boolean }): void {
    const text = frame.finish();
    const isNone = (frame.taken || mayBeNone) && text.trim() === '';
    frame.taken = false;
    if (!isNone) {
      frame.any = true;
      frame.take(parseText(text));
    }
  }

  /** Reads on within a string; answers where it is over, or the text is. */
  #readString(frame: Frame, text: string, start: number): number {
    const from = this.#escaping ? start + 1 : start;
    const end = endOfString(text, from);
    const next = end < 0 ? text.length : end + 1;
    this.#inString = end < 0;
    this.#escaping = end < 0 && isEscaped(text, from, text.length);
    if (this.#key !== undefined) {
      this.#key += text.slice(start, next);
      if (!this.#inString) {
        frame.foundKey(keyOf(this.#key));
      }
    }
    return next;
  }
}

/** The key of which this is the text, up to its closing quote. */
function keyOf(text: string): string {
  return text.includes('\\') ? JSON.parse(`"${text}`) : text.slice(0, -1);
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(line => line.trim() !== '');
}
