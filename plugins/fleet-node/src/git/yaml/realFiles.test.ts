import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import { LineCounter, parseAllDocuments } from 'yaml';
import { editYaml } from './editYaml';
import { endOf } from './endOf';
import { slotsOf, isCollection } from './Slot';
import type { YamlDocumentChoice, YamlPath } from './YamlEdit';

const folder = process.env.FLEET_YAML_CORPUS;
const mostOfAFile = 20;

interface Place {
  path: YamlPath;
  value: JsonValue;
  /** The lines that it takes, from 1 on. */
  first: number;
  last: number;
}

describe('editYaml with files of others', () => {
  if (!folder) {
    it.todo('set FLEET_YAML_CORPUS to a folder of YAML files');
    return;
  }

  it('changes each value by a diff of its lines alone, and never wrongly', () => {
    const files = readdirSync(folder, { recursive: true })
      .map(String)
      .filter(name => /\.ya?ml$/.test(name));
    const count = { files: 0, unreadable: 0, values: 0, clean: 0 };
    const wrong: string[] = [];
    const unclean: string[] = [];
    for (const [number, file] of files.entries()) {
      const text = readFileSync(join(folder, file), 'utf8').replace(
        /\r?\n/g,
        number % 2 ? '\r\n' : '\n',
      );
      const documents = parsed(text);
      if (!documents) {
        count.unreadable++;
        continue;
      }
      count.files++;
      for (const index of unambiguous(documents)) {
        for (const place of sample(placesOf(text, index))) {
          const name = `${file} ${index} ${place.path.join('.')}`;
          const verdict = verdictOf(text, documents, index, place);
          count.values++;
          if (verdict === 'clean') {
            count.clean++;
          } else {
            (verdict === 'wrong' ? wrong : unclean).push(`${name}: ${verdict}`);
          }
        }
      }
    }
    const share = count.clean / count.values;
    process.stdout.write(
      `${JSON.stringify(
        { ...count, share, unclean: unclean.slice(0, 50) },
        undefined,
        1,
      )}\n`,
    );
    expect(wrong).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(0.995);
  }, 600_000);
});

/** How a change of a value went: `clean`, `wrong`, or why it is neither. */
function verdictOf(
  text: string,
  documents: JsonValue[],
  index: number,
  place: Place,
): string {
  const value = otherThan(place.value);
  try {
    const { text: after } = editYaml(
      text,
      [{ op: 'set', path: place.path, value }],
      { document: identityOf(documents[index]) },
    );
    const expected = documents.map((said, at) =>
      at === index ? replaced(said, place.path, value) : said,
    );
    if (!isDeepStrictEqual(parsed(after), expected)) {
      return 'wrong';
    }
    return isOnly(text, after, place) ? 'clean' : 'other lines changed, too';
  } catch (error) {
    return String(error);
  }
}

/** The positions of documents that no other could be taken for. */
function unambiguous(documents: JsonValue[]): number[] {
  const identities = documents.map(identityOf);
  return [...identities.keys()].filter(index =>
    identities.every(
      (other, at) => at === index || !isAlike(identities[index], other),
    ),
  );
}

/** What the documents of a text say. None, when it cannot be read. */
function parsed(text: string): JsonValue[] | undefined {
  const documents = parseAllDocuments(text, {
    merge: true,
    logLevel: 'silent',
  });
  return 'empty' in documents || documents.some(({ errors }) => errors.length)
    ? undefined
    : documents.map(document => JSON.parse(JSON.stringify(document.toJS())));
}

function placesOf(text: string, index: number): Place[] {
  const lines = new LineCounter();
  const document = parseAllDocuments(text, {
    keepSourceTokens: true,
    lineCounter: lines,
    logLevel: 'silent',
    merge: true,
  })[index] as ReturnType<typeof parseAllDocuments<never>>[number];
  const places: Place[] = [];
  const walk = (node: unknown, path: YamlPath) => {
    if (isCollection(node)) {
      slotsOf(node)
        .filter(({ step }) => step !== '<<')
        .forEach(({ step, node: below, after, start }) => {
          if (isCollection(below)) {
            walk(below, [...path, step]);
            return;
          }
          const value = below?.toJS(document) as JsonValue | undefined;
          if (typeof value === 'object' && value) {
            return;
          }
          places.push({
            path: [...path, step],
            value: value ?? null,
            first: lines.linePos(below?.range?.[0] ?? start).line,
            last: lines.linePos(below ? endOf(text, below) : after ?? start)
              .line,
          });
        });
    }
  };
  walk(document?.contents, []);
  return places;
}

function sample(places: Place[]): Place[] {
  const step = Math.ceil(places.length / mostOfAFile);
  return places.filter((_, index) => index % step === 0);
}

/** Of the kind that it is; strings are ones that want quotes, or lines, in turn. */
function otherThan(value: JsonValue): JsonValue {
  switch (typeof value) {
    case 'number':
      return value + 1;
    case 'boolean':
      return !value;
    case 'string':
      return [`${value}x`, '1.30', 'on: # "', "it's", '2024-01-01'][
        value.length % 5
      ];
    default:
      return 'x';
  }
}

function isOnly(
  before: string,
  after: string,
  { first, last }: Place,
): boolean {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const rest = old.length - last;
  return (
    isDeepStrictEqual(old.slice(0, first - 1), now.slice(0, first - 1)) &&
    (rest === 0 || isDeepStrictEqual(old.slice(-rest), now.slice(-rest)))
  );
}

function replaced(
  root: JsonValue,
  path: YamlPath,
  value: JsonValue,
): JsonValue {
  const copy = JSON.parse(JSON.stringify(root));
  const above = path
    .slice(0, -1)
    .reduce<JsonValue>((at, step) => (at as JsonObject)[step]!, copy);
  (above as JsonObject)[path.at(-1)!] = value;
  return copy;
}

function identityOf(value: JsonValue): YamlDocumentChoice {
  const said = (value ?? {}) as Record<string, JsonObject>;
  const { apiVersion, kind } = said;
  const { name, namespace } = said.metadata ?? {};
  return JSON.parse(
    JSON.stringify({ apiVersion, kind, name, namespace }, (key, field) =>
      key && typeof field !== 'string' ? undefined : field,
    ),
  );
}

/** Whether a document that is chosen by the fields of one could be the other. */
function isAlike(one: YamlDocumentChoice, other: YamlDocumentChoice): boolean {
  return Object.entries(one).every(
    ([field, value]) => other[field as keyof YamlDocumentChoice] === value,
  );
}
