import type { OverlayFiles } from '../Overlay';
import { OverlayError } from '../OverlayError';
import type { OverlayValue } from '../setInOverlay';
import { Build } from './Build';
import { buildFolder } from './buildFolder';
import type { BuiltObject } from './BuiltObject';

/**
 * The one object of an overlay that has that name.
 *
 * @throws OverlayError, when there is none, or several, or a file cannot be read.
 */
export function findObject(
  files: OverlayFiles,
  folder: string,
  wanted: OverlayValue['object'],
): { build: Build; object: BuiltObject } {
  const build = new Build(files, folder);
  build.objects = buildFolder(build, folder);
  const broken = build.gaps.find(gap => gap.broken);
  if (broken) {
    throw new OverlayError(
      `${broken.path}${broken.line ? `, line ${broken.line}` : ''} ${
        broken.message
      }`,
    );
  }
  const named = build.objects.filter(
    ({ group, kind, names }) =>
      group === wanted.group &&
      kind === wanted.kind &&
      names.includes(wanted.name),
  );
  // Without a namespace of its own it gets that of whoever delivers it.
  const there = named.filter(({ namespaces }) =>
    [wanted.namespace ?? '', ''].includes(namespaces.at(-1) ?? ''),
  );
  const title = `${wanted.kind} ${wanted.name}`;
  if (there.length !== 1) {
    const [gap] = build.gaps;
    throw new OverlayError(
      there.length > 1
        ? `${folder} makes ${title} more than once: change it by hand`
        : `${folder} makes no ${title}${
            gap ? `; ${gap.path}: ${gap.message}` : ''
          }`,
    );
  }
  return { build, object: there[0] };
}
