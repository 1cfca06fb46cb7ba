import { characters } from './characters';
import { endOfObject } from './endOfObject';

const { comma, openBrace, closeBracket } = characters;

/**
 * Up to where an array that goes on at `start` has nothing but objects that are there as a whole: the comma or bracket behind the
 * last of them. Undefined: the first is none, or is not over yet.
 */
export function endOfElements(text: string, start: number): number | undefined {
  let end: number | undefined;
  let at = start;
  for (;;) {
    at = skipBlanks(text, at);
    const over =
      text.charCodeAt(at) === openBrace ? endOfObject(text, at) : undefined;
    if (over === undefined) {
      return end;
    }
    at = skipBlanks(text, over);
    const next = text.charCodeAt(at);
    if (next === closeBracket) {
      return at;
    }
    if (next !== comma) {
      return end;
    }
    end = at;
    at += 1;
  }
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) {
    at += 1;
  }
  return at;
}
