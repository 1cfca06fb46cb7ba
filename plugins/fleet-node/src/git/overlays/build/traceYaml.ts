import { isAlias, isMap, isScalar, type Document, type Node } from 'yaml';
import type { ArtifactOrigin } from '@fleetcommander/backstage-plugin-fleet-common';
import { identityOf } from '../../yaml/chooseDocument';
import { editYaml } from '../../yaml/editYaml';
import { isBlockScalar } from '../../yaml/endOf';
import { isCollection, slotsOf, type Collection } from '../../yaml/Slot';
import type {
  YamlDocumentChoice,
  YamlEdit,
  YamlPath,
} from '../../yaml/YamlEdit';
import { YamlText } from '../../yaml/YamlText';
import type { OverlayFiles, OverlayPlace } from '../Overlay';
import { OverlayError } from '../OverlayError';
import type { Spot } from './Spot';
import type { Traced, TracedScalar } from './Traced';

/** To parse a text takes time, even where it says nothing. */
const charactersOfValue = 100;

/** A YAML text, and what becomes of the files when it is another one. */
export interface YamlSource {
  text: string;
  path: string;
  own: boolean;
  origin: ArtifactOrigin;
  write(text: string): OverlayFiles;
  /** How many values may still be read; counted down, as aliases can stand for billions of them. */
  budget: { left: number };
  /** Where the text stands, when it is a value in another one. */
  within?: OverlayPlace;
  /** Of the file, where the text begins. */
  firstLine?: number;
}

/** A document of a YAML text: what has to be known of it to tell where a value of it stands. */
interface Page {
  source: YamlSource;
  yaml: YamlText;
  document: Document.Parsed;
  choice?: YamlDocumentChoice;
  /** What aliases repeat; looking for it again each time would take as long as the text is. */
  repeated: Map<Node, Node | undefined>;
}

/**
 * The documents of a YAML text, each value with its place.
 *
 * @throws YamlError, when the text cannot be read, and OverlayError, when it says more than anybody could mean.
 */
export function traceYaml(source: YamlSource): Traced[] {
  spend(source, Math.ceil(source.text.length / charactersOfValue));
  const yaml = new YamlText(source.text);
  const written = yaml.documents.filter(({ contents }) => contents);
  return written.map(document => {
    const choice =
      written.length > 1
        ? identityOf(yaml.valueOf(yaml.documents.indexOf(document)))
        : undefined;
    const page = { source, yaml, document, choice, repeated: new Map() };
    return trace(page, document.contents as Node, { at: [] });
  });
}

/** `from`: where an alias or a merge key stands that repeats it. */
function trace(
  page: Page,
  written: Node | undefined,
  { at, from }: { at: YamlPath; from?: number },
): Traced {
  spend(page.source);
  const start = from ?? written?.range?.[0] ?? 0;
  const repeated = isAlias(written) ? start : from;
  const node = resolved(page, written);
  const spot = spotAt(page, at, start);
  if (isScalar(node)) {
    return { ...scalarOf(page, node), spot };
  }
  if (!isCollection(node)) {
    return { is: 'scalar', value: null, spot };
  }
  return isMap(node)
    ? { is: 'map', spot, entries: traceEntries(page, node, at, repeated) }
    : {
        is: 'list',
        spot,
        items: slotsOf(node).map((slot, index) =>
          trace(page, slot.node, {
            at: [...at, index],
            from: repeated ?? (slot.node ? undefined : slot.start),
          }),
        ),
      };
}

/** What a map says itself goes before what it merges. */
function traceEntries(
  page: Page,
  map: Collection,
  at: YamlPath,
  from: number | undefined,
): Map<string, Traced> {
  const slots = slotsOf(map);
  const merged = slots
    .filter(({ step }) => step === '<<')
    .flatMap(({ node, start }) =>
      mergedMaps(page, node).map(other =>
        traceEntries(page, other, at, from ?? start),
      ),
    )
    .reverse()
    .flatMap(entries => [...entries]);
  const said = slots
    .filter(({ step }) => step !== '<<')
    .map(({ step, node, start }): [string, Traced] => [
      withoutNul(String(step)),
      trace(page, node, {
        at: [...at, step],
        from: from ?? (node ? undefined : start),
      }),
    ]);
  return new Map([...merged, ...said]);
}

function mergedMaps(page: Page, node: Node | undefined): Collection[] {
  spend(page.source);
  const target = resolved(page, node);
  if (!isCollection(target)) {
    return [];
  }
  return isMap(target)
    ? [target as Collection]
    : slotsOf(target).flatMap(slot => mergedMaps(page, slot.node));
}

function resolved(
  { repeated, document }: Page,
  node: Node | undefined,
): Node | undefined {
  if (!isAlias(node)) {
    return node;
  }
  const target = repeated.get(node) ?? node.resolve(document);
  repeated.set(node, target);
  return target;
}

function scalarOf(
  { yaml, source }: Page,
  node: Extract<Node, { source?: string }>,
): Omit<TracedScalar, 'spot'> {
  const said: unknown = isScalar(node) ? node.toJSON() : undefined;
  const value = typeof said === 'string' ? withoutNul(said) : said;
  return {
    is: 'scalar',
    value:
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
        ? value
        : null,
    source: typeof value === 'number' ? node.source : undefined,
    textLine: isBlockScalar(node)
      ? yaml.lineOf(node.range![0]) + (source.firstLine ?? 1)
      : undefined,
  };
}

/** No name and no version has one, and PostgreSQL refuses it. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

function spotAt(
  { source, yaml, choice }: Page,
  at: YamlPath,
  offset: number,
): Spot {
  const { path, own, origin, within, firstLine = 1 } = source;
  const edited = (edits: YamlEdit[]) =>
    source.write(editYaml(source.text, edits, { document: choice }).text);
  return {
    own,
    origin,
    place: {
      path,
      at,
      line: yaml.lineOf(offset) + firstLine - 1,
      ...(choice && { document: choice }),
      ...(within && { within }),
    },
    set: value => edited([{ op: 'set', path: at, value }]),
    setBeside: values =>
      edited(
        Object.entries(values).map(([key, value]) => {
          const beside = [...at.slice(0, -1), key];
          return value === undefined
            ? { op: 'delete', path: beside }
            : { op: 'set', path: beside, value };
        }),
      ),
  };
}

/** @throws OverlayError, when no more values may be read. */
export function spend(
  { budget, path }: Pick<YamlSource, 'budget' | 'path'>,
  values = 1,
): void {
  budget.left -= values;
  if (budget.left < 0) {
    throw new OverlayError(
      `${path} is too large to be read, with what its aliases repeat`,
    );
  }
}
