import { scalarAt, textOf, tracedAt, type TracedMap } from './Traced';

/** An object as an overlay makes it, before names are put into it. */
export interface BuiltObject {
  group: string;
  version: string;
  kind: string;
  /** As it is written, and then as prefixes and suffixes made it: patches may use any of them. */
  names: readonly string[];
  /** The same. */
  namespaces: readonly string[];
  root: TracedMap;
}

/** What a map says that is an object; undefined, when it is none. */
export function objectOf(root: TracedMap): BuiltObject | undefined {
  const kind = textOf(tracedAt(root, 'kind'));
  const apiVersion = textOf(tracedAt(root, 'apiVersion'));
  if (!kind || !apiVersion) {
    return undefined;
  }
  const slash = apiVersion.indexOf('/');
  const name = scalarAt(root, 'metadata', 'name');
  const namespace = scalarAt(root, 'metadata', 'namespace');
  return {
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind,
    names: [textOf(name) ?? ''],
    namespaces: [textOf(namespace) ?? ''],
    root,
  };
}

/** To tell it from others, in words: `Deployment web`. */
export function titleOf({ kind, names }: BuiltObject): string {
  return `${kind} ${names[0]}`.trim();
}
