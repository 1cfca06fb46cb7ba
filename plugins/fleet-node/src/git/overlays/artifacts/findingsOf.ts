import type { Build } from '../build/Build';
import { titleOf, type BuiltObject } from '../build/BuiltObject';
import type { Spot } from '../build/Spot';
import { textOf, tracedAt, type Traced } from '../build/Traced';
import { argoFieldOf, argoSourceOf } from './argoSourceOf';
import { fluxImageOf } from './fluxImageOf';
import { fluxSourceOf } from './fluxSourceOf';
import { helmValueOf } from './helmValues';
import { imageOf } from './imageOf';
import { mapAbove, type Finding, type Leaf } from './Leaf';
import { plainValueOf } from './plainValueOf';
import type { Settled, Version } from './Settled';

/** What is found in an object, or in a file that is none. */
export interface Findings {
  settled: Settled[];
  /** All else, by where it is. */
  settings: { name: string; value: unknown; spot: Spot }[];
}

/** What a tree of values settles, and what else it says. */
export function findingsOf(
  build: Build,
  root: Traced,
  {
    title,
    object,
    values,
  }: { title: string; object?: BuiltObject; values?: Leaf['values'] },
): Findings {
  const found: Findings = { settled: [], settings: [] };
  const visit = (at: Traced, leaf: Omit<Leaf, 'scalar'>): void => {
    const within = { ...leaf, values: leaf.values ?? valuesFrom(leaf) };
    if (at.is !== 'scalar') {
      const entries =
        at.is === 'map' ? [...at.entries] : [...at.items.entries()];
      entries.forEach(([step, below]) =>
        visit(below, {
          ...within,
          path: [...leaf.path, String(step)],
          above: [...leaf.above, at],
        }),
      );
      return;
    }
    const full: Leaf = { ...within, scalar: at };
    const release = textOfValues(full);
    if (release !== undefined) {
      build.readWithin(at).forEach(document =>
        visit(document, {
          ...leaf,
          values: { release, from: leaf.path.length },
        }),
      );
      return;
    }
    const finding = findingOf(full);
    if (finding && finding !== 'part') {
      found.settled.push({ ...finding, use: useOf(title, full) });
    } else if (!finding) {
      found.settings.push({
        name: `${title}: ${wordsOf(full)}`,
        value: at.source ?? at.value,
        spot: at.spot,
      });
    }
  };
  visit(root, { path: [], above: [], object, values });
  return found;
}

/** What is found in an object that an overlay makes. Of a Secret nothing is taken. */
export function findingsInObject(build: Build, object: BuiltObject): Findings {
  return object.kind === 'Secret' && object.group === ''
    ? { settled: [], settings: [] }
    : findingsOf(build, object.root, { title: titleOf(object), object });
}

function findingOf(leaf: Leaf): Finding {
  const { values, scalar, path, object } = leaf;
  if (!values) {
    return (
      imageOf(leaf) ??
      fluxSourceOf(leaf) ??
      fluxImageOf(leaf) ??
      argoSourceOf(leaf) ??
      plainValueOf(leaf)
    );
  }
  const parent = mapAbove(leaf);
  if (!parent) {
    return undefined;
  }
  if (path.at(-1) === 'digest' && textOf(tracedAt(parent, 'tag'))) {
    return 'part';
  }
  const found = helmValueOf({
    scalar,
    path: path.slice(values.from),
    parent,
    release: values.release,
  });
  return (
    found && {
      ...found,
      ...(object && { patch: patchOf(object, leaf, found) }),
    }
  );
}

/** Where the values of a chart begin in an object. */
function valuesFrom(leaf: Omit<Leaf, 'scalar'>): Leaf['values'] {
  const { path, object } = leaf;
  const isRoot =
    (object?.kind === 'HelmRelease' && path.join('.') === 'spec.values') ||
    argoFieldOf(leaf) === 'helm.valuesObject';
  return object && isRoot
    ? { release: object.names[0], from: path.length }
    : undefined;
}

/** The release whose values a text holds. Undefined: it holds none. */
function textOfValues(leaf: Leaf): string | undefined {
  const { path, object, scalar, values } = leaf;
  const isText =
    argoFieldOf(leaf) === 'helm.values' ||
    (object?.kind === 'ConfigMap' &&
      path.length === 2 &&
      /values.*\.ya?ml$/.test(path[1]));
  return isText && !values && textOf(scalar)?.includes(':')
    ? object?.names[0]
    : undefined;
}

function patchOf(
  object: BuiltObject,
  { path }: Leaf,
  { digest }: Version,
): Settled['patch'] {
  const isTag = path.at(-1) === 'tag';
  return object.kind === 'HelmRelease'
    ? {
        object,
        at: isTag ? path.slice(0, -1) : path,
        valueOf: to =>
          isTag
            ? {
                tag: to.version ?? null,
                ...(digest !== to.digest && { digest: to.digest ?? null }),
              }
            : to.version ?? '',
      }
    : undefined;
}

function useOf(title: string, leaf: Leaf): string {
  const container = textOf(tracedAt(mapAbove(leaf), 'name'));
  return leaf.path.at(-1) === 'image' && container && !leaf.values
    ? `${title}, container ${container}`
    : `${title}, ${wordsOf(leaf)}`;
}

/** A path in which the items of lists go by their names, where they have some. */
function wordsOf({ path, above }: Leaf): string {
  return path
    .map((step, index) => {
      const list = above[index];
      return list?.is === 'list'
        ? textOf(tracedAt(list, step, 'name')) ?? step
        : step;
    })
    .join('.');
}
