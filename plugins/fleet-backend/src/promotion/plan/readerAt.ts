import type {
  GitHost,
  GitRepository,
  OverlayReader,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** What of a Git host it takes. */
export type ReadableHost = Pick<
  GitHost,
  'listTree' | 'listFolder' | 'readBlob' | 'readFiles'
>;

/**
 * The files of a repository at a revision, by the hashes that one request lists. A repository that is too large for that is gone
 * through folder by folder.
 */
export async function readerAt(
  { host, repository }: { host: ReadableHost; repository: GitRepository },
  revision: string,
): Promise<OverlayReader> {
  const tree = await host.listTree(repository, revision);
  if (!tree.complete) {
    return {
      async readFile(path) {
        const { files } = await host.readFiles(repository, path, revision, {
          mostFiles: 1,
        });
        return files.find(file => file.path === path)?.text;
      },
      listFolder: path => host.listFolder(repository, path, revision),
    };
  }
  const shas = new Map(tree.files.map(({ path, sha }) => [path, sha]));
  return {
    async readFile(path) {
      const sha = shas.get(path);
      return sha === undefined ? undefined : host.readBlob(repository, sha);
    },
    async listFolder(folder) {
      const begin = folder ? `${folder}/` : '';
      const names = [...shas.keys()]
        .filter(path => path.startsWith(begin))
        .map(path => path.slice(begin.length))
        .map(rest => (rest.includes('/') ? rest.replace(/\/.*/, '/') : rest));
      return [...new Set(names)];
    },
  };
}
