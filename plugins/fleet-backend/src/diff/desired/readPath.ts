import { splitPath } from '../../drift/override/fieldPath';

/** A step of a JSONPath: a member, the item of a list that has these keys, the item that is this value, or the one at an index. */
export type PathStep =
  | { member: string }
  | { keys: Record<string, unknown> }
  | { item: unknown }
  | { index: number };

const keyTest =
  /@(?:\.([A-Za-z_]\w*)|\[("(?:[^"\\]|\\.)*")\])?==("(?:[^"\\]|\\.)*"|[^\s)&]+)/g;

/** The steps of a path as `fieldPath` writes it. */
export function readPath(path: string): PathStep[] {
  return splitPath(path).map(readStep);
}

function readStep(part: string): PathStep {
  if (part.startsWith('.')) {
    return { member: part.slice(1) };
  }
  if (part.startsWith('["')) {
    return { member: JSON.parse(part.slice(1, -1)) };
  }
  if (!part.startsWith('[?')) {
    return { index: Number(part.slice(1, -1)) };
  }
  const tests = [...part.matchAll(keyTest)].map(
    ([, name, quoted, value]) =>
      [
        name ?? (quoted && (JSON.parse(quoted) as string)),
        JSON.parse(value),
      ] as const,
  );
  const [first] = tests;
  return first && first[0] === undefined
    ? { item: first[1] }
    : { keys: Object.fromEntries(tests) };
}
