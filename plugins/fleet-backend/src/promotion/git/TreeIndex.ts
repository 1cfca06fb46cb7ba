import { createHash } from 'node:crypto';
import type {
  GitTree,
  GitTreeFile,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** The files of a repository at a revision, by path and by folder. */
export class TreeIndex {
  /** Whether the host listed all. */
  readonly complete: boolean;
  readonly #files: ReadonlyMap<string, GitTreeFile>;
  /** Names of what is in folders; of folders, with a slash at the end. */
  readonly #folders = new Map<string, Set<string>>();

  constructor({ files, complete }: GitTree) {
    this.complete = complete;
    this.#files = new Map(files.map(file => [file.path, file]));
    for (const { path } of files) {
      this.#add(path);
    }
  }

  paths(): Iterable<string> {
    return this.#files.keys();
  }

  fileAt(path: string): GitTreeFile | undefined {
    return this.#files.get(path);
  }

  listFolder(path: string): string[] {
    return [...(this.#folders.get(path) ?? [])];
  }

  /** A hash of the names in a folder. */
  listingOf(path: string): string {
    return createHash('sha256')
      .update(this.listFolder(path).join('\n'))
      .digest('base64url')
      .slice(0, 16);
  }

  #add(path: string): void {
    const slash = path.lastIndexOf('/', path.length - 2);
    const folder = path.slice(0, Math.max(0, slash));
    const known = this.#folders.get(folder);
    const names = known ?? new Set();
    names.add(path.slice(slash + 1));
    if (!known) {
      this.#folders.set(folder, names);
      if (folder !== '') {
        this.#add(`${folder}/`);
      }
    }
  }
}
