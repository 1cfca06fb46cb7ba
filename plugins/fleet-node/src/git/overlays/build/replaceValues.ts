import { OverlayError } from '../OverlayError';
import type { BuiltObject } from './BuiltObject';
import { selectObjects } from './selectObjects';
import type { Spot } from './Spot';
import {
  itemsOf,
  plainOf,
  textOf,
  tracedAt,
  withEntry,
  type Traced,
  type TracedMap,
  type TracedScalar,
} from './Traced';

interface Part {
  delimiter: string;
  index: number;
}

/** What is put somewhere. */
interface Replacing {
  value: TracedScalar;
  part?: Part;
  /** Whether what is missing on the way is made. */
  create: boolean;
  isFinal: boolean;
}

/**
 * What an entry of `replacements:` makes of the objects. What is replaced stands where the value comes from.
 *
 * @throws OverlayError, when it is not understood.
 */
export function replaceValues(
  objects: readonly BuiltObject[],
  replacement: Traced,
): BuiltObject[] {
  const value = sourceOf(objects, replacement);
  return itemsOf(tracedAt(replacement, 'targets')).reduce(
    (all, target) => {
      const rejects = itemsOf(tracedAt(target, 'reject'));
      const chosen = selectObjects(all, tracedAt(target, 'select')).filter(
        object =>
          !rejects.some(reject => selectObjects([object], reject).length > 0),
      );
      const paths = itemsOf(tracedAt(target, 'fieldPaths')).map(
        path => textOf(path) ?? '',
      );
      const options = tracedAt(target, 'options');
      const part = partOf(options);
      const create = plainIs(tracedAt(options, 'create'), true);
      return all.map(object =>
        chosen.includes(object)
          ? {
              ...object,
              root: (paths.length > 0 ? paths : ['metadata.name']).reduce(
                (root, path) =>
                  replace(root, stepsOf(path), {
                    isFinal: replacement.spot.own,
                    value,
                    part,
                    create,
                  }) as TracedMap,
                object.root,
              ),
            }
          : object,
      );
    },
    [...objects],
  );
}

function sourceOf(
  objects: readonly BuiltObject[],
  replacement: Traced,
): TracedScalar {
  const given = tracedAt(replacement, 'sourceValue');
  if (given?.is === 'scalar') {
    return given;
  }
  const source = tracedAt(replacement, 'source');
  const [object, ...more] = selectObjects(objects, source);
  const path = textOf(tracedAt(source, 'fieldPath')) ?? 'metadata.name';
  const found =
    object && more.length === 0 && lookUp(object.root, stepsOf(path));
  if (!found || found.is !== 'scalar') {
    throw new OverlayError(`the source ${path} of a replacement is not there`);
  }
  const part = partOf(tracedAt(source, 'options'));
  return part ? takePart(found, part) : found;
}

function lookUp(root: Traced, path: readonly string[]): Traced | undefined {
  return path.reduce<Traced | undefined>((at, step) => {
    const [, key, value] = /^\[([^=]+)=(.*)\]$/.exec(step) ?? [];
    return key
      ? itemsOf(at).find(item => textOf(tracedAt(item, key)) === value)
      : tracedAt(at, step);
  }, root);
}

function replace(
  at: Traced | undefined,
  [step, ...rest]: string[],
  how: Replacing,
): Traced | undefined {
  if (step === undefined) {
    return putValue(at, how);
  }
  if (at?.is === 'list') {
    const [, key, value] = /^\[([^=]+)=(.*)\]$/.exec(step) ?? [];
    return {
      ...at,
      items: at.items.map((item, index) =>
        step === '*' ||
        step === String(index) ||
        (key && textOf(tracedAt(item, key)) === value)
          ? replace(item, rest, how)!
          : item,
      ),
    };
  }
  if (at?.is === 'map') {
    const below = at.entries.get(step);
    return below || how.create
      ? withEntry(at, step, replace(below, rest, how))
      : at;
  }
  return how.create
    ? replace(
        { is: 'map', spot: how.value.spot, entries: new Map() },
        [step, ...rest],
        how,
      )
    : at;
}

function putValue(
  at: Traced | undefined,
  { value, part, isFinal }: Replacing,
): Traced {
  const text = String(value.source ?? value.value);
  const place = { ...value.spot, origin: 'replacement' as const, isFinal };
  if (!part) {
    return { ...value, spot: place };
  }
  const before = textOf(at) ?? '';
  const parts = before.split(part.delimiter);
  const index = Math.min(part.index, parts.length);
  return {
    is: 'scalar',
    value: (index < 0
      ? [text, ...parts]
      : parts.toSpliced(index, 1, text)
    ).join(part.delimiter),
    spot: {
      ...place,
      set: changed =>
        value.spot.set(
          String(changed).split(part.delimiter).at(Math.max(index, 0)) ?? '',
        ),
    },
  };
}

/** One of the parts of a value; another one is put among the others. */
function takePart(
  scalar: TracedScalar,
  { delimiter, index }: Part,
): TracedScalar {
  const parts = String(scalar.source ?? scalar.value).split(delimiter);
  if (parts[index] === undefined) {
    throw new OverlayError(`the source of a replacement has no part ${index}`);
  }
  const spot: Spot = {
    ...scalar.spot,
    set: value =>
      scalar.spot.set(parts.with(index, String(value)).join(delimiter)),
  };
  return { is: 'scalar', value: parts[index], spot };
}

function partOf(options: Traced | undefined): Part | undefined {
  const delimiter = textOf(tracedAt(options, 'delimiter'));
  return delimiter
    ? { delimiter, index: Number(textOf(tracedAt(options, 'index')) ?? 0) }
    : undefined;
}

function plainIs(traced: Traced | undefined, value: boolean): boolean {
  return traced !== undefined && plainOf(traced) === value;
}

/** `spec.containers.[name=web].image`; dots within brackets, and those after a backslash, are of a name. */
function stepsOf(path: string): string[] {
  return (path.match(/(?:\[[^\]]*\]|\\.|[^.[])+/g) ?? []).map(step =>
    step.replaceAll('\\.', '.'),
  );
}
