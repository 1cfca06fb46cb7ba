import { FolderWalk } from './files/FolderWalk';
import type { OverlayFiles } from './Overlay';

/** How the files of a repository at one revision are got at. @public */
export interface OverlayReader {
  /** The text of a file. Undefined: there is none, or it is a link. */
  readFile(path: string): Promise<string | undefined>;
  /** The names of files and folders in a folder; folders end with a slash. Empty where there is no such folder. */
  listFolder(path: string): Promise<string[]>;
}

/** What bounds the reading of an overlay. @public */
export interface OverlayBounds {
  /** Absent: 300. */
  mostFiles?: number;
  /** Of all files together. Absent: 5,000,000 characters. */
  mostCharacters?: number;
}

/**
 * The files that say what an overlay is, and no others: its kustomization and what that names, down to the bases. Nothing outside of the
 * repository is asked for. Each file and folder is asked for once, those that are found together at the same time.
 *
 * @returns `complete`: whether the bounds left nothing out.
 * @public
 */
export async function filesOfOverlay(
  folder: string,
  reader: OverlayReader,
  { mostFiles = 300, mostCharacters = 5_000_000 }: OverlayBounds = {},
): Promise<{ files: OverlayFiles; complete: boolean }> {
  const walk = new FolderWalk(reader, { mostFiles, mostCharacters });
  await walk.visit(folder);
  return { files: walk.files, complete: walk.complete };
}
