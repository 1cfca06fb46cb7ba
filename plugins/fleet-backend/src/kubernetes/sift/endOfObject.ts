import { characters } from './characters';

const { quote, backslash, openBracket, closeBracket, openBrace, closeBrace } =
  characters;

/** Where the object that begins at `start` is over; undefined where the text ends before. */
export function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at + 1);
        if (at < 0) {
          return undefined;
        }
        break;
      case openBracket:
      case openBrace:
        depth += 1;
        break;
      case closeBracket:
      case closeBrace:
        depth -= 1;
        if (depth === 0) {
          return at + 1;
        }
        break;
      default:
        break;
    }
  }
  return undefined;
}

/** Where the quote is that ends the string which goes on at `start`; -1 where there is none. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (end >= 0 && isEscaped(text, start, end)) {
    end = text.indexOf('"', end + 1);
  }
  return end;
}

/** Whether a backslash within the string that goes on at `start` escapes the character at `at`. */
export function isEscaped(text: string, start: number, at: number): boolean {
  let first = at;
  while (first > start && text.charCodeAt(first - 1) === backslash) {
    first -= 1;
  }
  return (at - first) % 2 === 1;
}
