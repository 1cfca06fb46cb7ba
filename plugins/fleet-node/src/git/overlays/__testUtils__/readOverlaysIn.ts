import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OverlayFiles } from '../Overlay';

/** A repository of others, with every folder that has a kustomization. */
export interface Repository {
  name: string;
  files: OverlayFiles;
  overlays: string[];
}

/** The repositories that lie in a folder. */
export function readOverlaysIn(folder: string): Repository[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => {
      const files = readFilesIn(join(folder, name));
      const overlays = Object.keys(files)
        .filter(path => /(^|\/)[Kk]ustomization(\.ya?ml)?$/.test(path))
        .map(path => (dirname(path) === '.' ? '' : dirname(path)));
      return { name, files, overlays };
    });
}

function readFilesIn(root: string): OverlayFiles {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );
}
