import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '@backstage/types';
import { Build } from '../build/Build';
import { buildFolder } from '../build/buildFolder';
import type { BuiltObject } from '../build/BuiltObject';
import { findObject } from '../build/findObject';
import { plainOf, tracedAt, type Traced } from '../build/Traced';
import type { OverlayFiles } from '../Overlay';
import { OverlayError } from '../OverlayError';
import type { OverlayValue } from '../setInOverlay';

/**
 * Holds what was changed against what was meant: that has the value, and no other value is another.
 *
 * @throws OverlayError, when it is not so.
 */
export function checkOnlyThat(
  before: OverlayFiles,
  changed: OverlayFiles,
  {
    folder,
    wanted,
    path,
    value,
  }: {
    folder: string;
    wanted: OverlayValue['object'];
    path: readonly string[];
    value: JsonValue;
  },
): void {
  const after = { ...before, ...changed };
  const { object } = findObject(after, folder, wanted);
  const now = tracedAt(object.root, ...path);
  if (!isDeepStrictEqual(now && plainOf(now), value)) {
    throw new OverlayError(
      `${folder}: something else overrides ${path.join('.')} of ${
        wanted.kind
      } ${wanted.name}: change it by hand`,
    );
  }
  const [old, made] = [before, after].map(files => valuesIn(files, folder));
  const own = [titleOf(object), ...path].join('.');
  const others = [...new Set([...old.keys(), ...made.keys()])].filter(
    key =>
      key !== own &&
      !key.startsWith(`${own}.`) &&
      old.get(key) !== made.get(key),
  );
  if (others.length > 0) {
    throw new OverlayError(
      `${others.slice(0, 3).join(', ')} would change, too: change it by hand`,
    );
  }
}

function valuesIn(files: OverlayFiles, folder: string): Map<string, string> {
  const build = new Build(files, folder);
  const values = new Map<string, string>();
  const add = (traced: Traced, path: string): void => {
    if (traced.is === 'scalar') {
      values.set(path, JSON.stringify(traced.value));
    } else if (traced.is === 'list') {
      traced.items.forEach((item, index) => add(item, `${path}.${index}`));
    } else {
      traced.entries.forEach((entry, key) => add(entry, `${path}.${key}`));
    }
  };
  for (const object of buildFolder(build, folder)) {
    add(object.root, titleOf(object));
  }
  return values;
}

function titleOf({ kind, names, namespaces }: BuiltObject): string {
  return `${kind} ${[namespaces.at(-1), names.at(-1)]
    .filter(Boolean)
    .join('/')}`;
}
