import { ConfigReader } from '@backstage/config';
import {
  compareOverlays,
  GitHosts,
  moveOverlay,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { readFresh, TreeIndex } from '../backend';
import { applicationName } from './applicationFiles';
import type { startGitHost } from './startGitHost';

/** How many requests it takes to tell what one stage of an application lacks, and to make the change, where nothing was read before. */
export async function requestsOfDifference(
  { host, url, integrations }: Awaited<ReturnType<typeof startGitHost>>,
  index: number,
  { regions }: { regions: readonly string[] },
): Promise<number> {
  const git = GitHosts.fromConfig(new ConfigReader({ integrations })).find(url);
  const before = host.requests.length;
  const revision = await git.host.headOf(git.repository, 'main');
  const tree = new TreeIndex(await git.host.listTree(git.repository, revision));
  const foldersOf = (environment: string) =>
    regions.map(region => ({
      path: `apps/${applicationName(index)}/overlays/${environment}/${region}`,
      region,
    }));
  const stages = ['staging', 'production'].map(foldersOf);
  const read = await readFresh(stages.flat(), {
    readFile: async path => {
      const file = tree.fileAt(path);
      return file && git.host.readBlob(git.repository, file.sha);
    },
    listFolder: async path => tree.listFolder(path),
  });
  regions.forEach((_, region) => {
    const [source, target] = [read[region], read[region + regions.length]];
    const { moves } = compareOverlays(target.overlay, source.overlay);
    const { files } = moveOverlay(target.files, target.path, moves);
    if (moves.length !== 1 || Object.keys(files).length !== 1) {
      throw new Error(`${target.path} has ${moves.length} moves`);
    }
  });
  return host.requests.length - before;
}
