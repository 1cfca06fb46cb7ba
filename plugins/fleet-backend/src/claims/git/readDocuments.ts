import { Composer, Lexer, Parser, type Document, type ParsedNode } from 'yaml';

/** 256 KB of ASCII; an API server takes objects of little more than a megabyte. */
const mostCharacters = 262_144;
const mostDocuments = 100;
/** Of collections within each other. */
const deepest = 100;
/** Anchors and aliases. */
const mostReferences = 100;

type ReadDocument = Document.Parsed<ParsedNode>;

/**
 * The documents of a YAML file that anybody may have written, or why it is not looked at any closer. What makes reading take long is
 * counted before anything is made of it.
 */
export function readDocuments(
  text: string,
): { documents: ReadDocument[] } | { problem: string } {
  if (text.length > mostCharacters) {
    return { problem: 'is larger than 256 KB' };
  }
  const parser = new Parser();
  const tokens = [];
  let references = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    references += /^[&*]/.test(lexeme) ? 1 : 0;
    if (references > mostReferences) {
      return { problem: `has more than ${mostReferences} anchors and aliases` };
    }
    if (parser.stack.length > deepest) {
      return { problem: `is nested more than ${deepest} deep` };
    }
    if (tokens.length > 2 * mostDocuments) {
      return { problem: `has more than ${mostDocuments} documents` };
    }
  }
  tokens.push(...parser.end());
  // Whether a key is there twice takes the square of their number to find out; the last one counts.
  const composer = new Composer<ParsedNode>({ uniqueKeys: false });
  return { documents: [...composer.compose(tokens)] };
}
