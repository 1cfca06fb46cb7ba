import { isMap, isNode, isScalar, isSeq, type Document, type Node } from 'yaml';
import { readDocuments } from '../../claims/git/readDocuments';
import { parseTolerantly } from '../../clusters/config/parseTolerantly';
import { freezeSchemaOf, type FreezeEntry } from './FreezeEntry';
import { Places } from './Places';

/** What a file of freezes says. Where there are problems, nobody knows what else it was to say. */
export interface ReadFreezes {
  entries: FreezeEntry[];
  /** With line and column, and what to do. */
  problems: string[];
}

const shape =
  'has to be a list under the key freezes: freezes: [{ title, reason, environments, from, until }]';

/** Reads a file of freezes. An entry that is wrong spoils itself alone. */
export function parseFreezes(text: string): ReadFreezes {
  const read = readDocuments(text);
  const places = new Places(text);
  if ('problem' in read) {
    return { entries: [], problems: [read.problem] };
  }
  const [document, second] = read.documents;
  const errors = read.documents.flatMap(({ errors: found }) => found);
  if (errors.length > 0) {
    return {
      entries: [],
      problems: errors.map(({ pos, message }) =>
        places.tell(pos[0], message.split('\n')[0]),
      ),
    };
  }
  if (second) {
    const problem = places.tell(second.range[0], 'there is a second document');
    return { entries: [], problems: [problem] };
  }
  return document
    ? readEntries(document, places)
    : { entries: [], problems: [] };
}

function readEntries(document: Document, places: Places): ReadFreezes {
  const root = document.contents;
  if (isEmpty(root)) {
    return { entries: [], problems: [] };
  }
  if (!isMap(root)) {
    return { entries: [], problems: [places.tell(startOf(root), shape)] };
  }
  const problems = twice(root, places);
  for (const { key } of root.items) {
    if (isScalar(key) && key.value !== 'freezes') {
      problems.push(
        places.tell(startOf(key), `${key.value} is not a known key`),
      );
    }
  }
  const list = root.get('freezes', true);
  if (list === undefined || isEmpty(list)) {
    return { entries: [], problems };
  }
  if (!isSeq<Node>(list)) {
    return {
      entries: [],
      problems: [...problems, places.tell(startOf(list), shape)],
    };
  }
  const read = list.items.map(item => readEntry(item, document, places));
  return {
    entries: read.flatMap(({ entry }) => entry ?? []),
    problems: [...problems, ...read.flatMap(({ problems: found }) => found)],
  };
}

function readEntry(
  item: Node,
  document: Document,
  places: Places,
): { entry?: FreezeEntry; problems: string[] } {
  let value: unknown;
  try {
    value = item.toJS(document);
  } catch (error) {
    // An alias of nothing, or keys that are none: that is found out here alone.
    const [message] = String(error).split('\n');
    return { problems: [places.tell(startOf(item), message)] };
  }
  const { parsed, problems } = parseTolerantly({
    schema: freezeSchemaOf(value),
    value,
    key: 'freeze',
  });
  const told = problems.map(({ key, message }) => {
    const [, name = ''] = /^freeze\.(\w+)/.exec(key) ?? [];
    const place = isMap(item) ? item.get(name, true) : undefined;
    const words = [key.slice('freeze.'.length), message];
    return places.tell(startOf(place ?? item), words.filter(Boolean).join(' '));
  });
  told.push(...twice(item, places));
  return {
    entry:
      parsed && told.length === 0
        ? { ...parsed, line: places.lineOf(startOf(item)) }
        : undefined,
    problems: told,
  };
}

/** Of two that say the same key, YAML would take the last and say nothing. */
function twice(node: Node, places: Places): string[] {
  const seen = new Set<unknown>();
  const problems: string[] = [];
  for (const { key } of isMap(node) ? node.items : []) {
    if (isScalar(key) && seen.has(key.value)) {
      problems.push(places.tell(startOf(key), `${key.value} is there twice`));
    }
    seen.add(isScalar(key) ? key.value : key);
  }
  return problems;
}

/** Nothing, or nothing but comments. */
function isEmpty(node: unknown): node is null {
  return node === null || (isScalar(node) && node.value === null);
}

function startOf(node: unknown): number {
  return isNode(node) ? node.range?.[0] ?? 0 : 0;
}
