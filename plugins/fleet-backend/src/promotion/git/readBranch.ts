import {
  filesOfOverlay,
  readOverlay,
  type GitHost,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import pLimit from 'p-limit';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import type { RequesterLogins } from '../facts/RequesterLogins';
import { freezeChangeOf } from '../freezes/freezeChangeOf';
import type { PromotionRules } from '../PromotionRules';
import {
  overlayReader,
  type BranchNews,
  type BranchState,
  type OverlayFolder,
  type OverlayInputs,
  type ReadOverlay,
} from './BranchReading';
import { overlayFolders } from './overlayFolders';
import { proofsIn } from './proofsIn';
import { TreeIndex } from './TreeIndex';

/** Of overlays, in a turn; the others come in the next. A host answers some thousand requests an hour. */
const mostRead = 120;
const atOnce = 5;
/** Of one file. */
const mostBytes = 1_000_000;

/** A branch that is to be read. */
export interface ReadableBranch {
  branch: string;
  /** Where it was asked for already. */
  head?: string;
  /** Whose overlays all are; absent: the paths say so. */
  environment?: string;
  /** Whether it has overlays. */
  hasOverlays: boolean;
  /** Whether the file of freezes is taken from it. */
  hasFreezes: boolean;
}

/**
 * Reads what is new of a branch: the overlays of which a file has changed since, and those that were left for later. Undefined when
 * nothing has. Steady, it is one request.
 */
export async function readBranch(
  { host, repository }: { host: GitHost; repository: GitRepository },
  {
    branch,
    head: knownHead,
    environment,
    hasOverlays,
    hasFreezes,
  }: ReadableBranch,
  known: BranchState,
  options: {
    layout: RepositoryConfig['layout'];
    rules: Pick<PromotionRules, 'environments' | 'freezesPath'>;
    logins: Pick<RequesterLogins, 'of' | 'whoAre'>;
    proofKeys: readonly string[];
  },
): Promise<BranchNews | undefined> {
  const { layout, rules, logins, proofKeys } = options;
  const head = knownHead ?? (await host.headOf(repository, branch));
  if (head === known.head && known.complete) {
    return undefined;
  }
  const tree = new TreeIndex(await host.listTree(repository, head));
  const folders = hasOverlays
    ? overlayFolders(tree.paths(), layout, rules.environments, environment)
    : [];
  const changed = folders.filter(
    ({ path }) => !isSame(known.overlays.get(path), tree),
  );
  const limit = pLimit(atOnce);
  const read = await Promise.all(
    changed.slice(0, mostRead).map(folder => limit(() => readFolder(folder))),
  );
  return {
    head,
    folders,
    read: await withLastCommits(read),
    complete: changed.length <= mostRead,
    problem: tree.complete
      ? undefined
      : 'has more files than the host lists: some of its overlays are not seen',
    freezes: hasFreezes ? await readFreezes() : undefined,
  };

  async function readFolder(folder: OverlayFolder): Promise<ReadOverlay> {
    const seen: Record<string, string> = {};
    let isWhole = true;
    const inputs = { reader: overlayReader, files: seen };
    const readFile = async (path: string) => {
      const file = tree.fileAt(path);
      seen[path] = file?.sha ?? '';
      isWhole &&= file !== undefined || tree.complete;
      return file && file.size <= mostBytes
        ? host.readBlob(repository, file.sha)
        : undefined;
    };
    const listFolder = async (path: string) => {
      seen[`${path}/`] = tree.listingOf(path);
      const names = tree.listFolder(path);
      isWhole &&= names.length > 0 || tree.complete;
      return names;
    };
    const { files, complete } = await filesOfOverlay(folder.path, {
      readFile,
      listFolder,
    });
    const overlay = readOverlay(files, folder.path);
    const broken = overlay.notUnderstood
      .filter(gap => gap.broken)
      .map(
        ({ path, line, message }) =>
          `${path}${line ? `, line ${line}` : ''} ${message}`,
      );
    const problems = [
      ...(complete ? [] : ['it takes more files than are read of one overlay']),
      ...(isWhole
        ? []
        : [
            'the repository has more files than the host lists, and some of those that it takes are not among them',
          ]),
      ...broken,
    ];
    return {
      ...folder,
      inputs,
      overlay,
      problem: problems.join('; ') || undefined,
      proofs: proofsIn(files, proofKeys),
    };
  }

  /** What an overlay settles may stand in what it shares with others. */
  async function withLastCommits(items: ReadOverlay[]): Promise<ReadOverlay[]> {
    const pathsOf = ({ path, overlay }: ReadOverlay) => [
      path,
      ...(overlay?.artifacts ?? [])
        .map(({ place }) => place.path)
        .filter(other => !other.startsWith(`${path}/`)),
    ];
    const paths = [...new Set(items.flatMap(pathsOf))];
    const commits =
      paths.length > 0
        ? await host.lastCommits(repository, { revision: head, paths })
        : {};
    return items.map(item => ({
      ...item,
      last: pathsOf(item)
        .flatMap(path => commits[path] ?? [])
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .at(0),
    }));
  }

  async function readFreezes(): Promise<BranchNews['freezes']> {
    const path = rules.freezesPath;
    const file = tree.fileAt(path);
    const sha = file?.sha ?? '';
    if (sha === known.freezesSha) {
      return undefined;
    }
    const { [path]: last } = await host.lastCommits(repository, {
      revision: head,
      paths: [path],
    });
    return {
      sha,
      text: file && (await host.readBlob(repository, sha)),
      change:
        last && (await freezeChangeOf({ host, repository }, last, logins)),
    };
  }
}

function isSame(inputs: OverlayInputs | undefined, tree: TreeIndex): boolean {
  return (
    inputs?.reader === overlayReader &&
    Object.entries(inputs.files).every(([path, hash]) =>
      path.endsWith('/')
        ? tree.listingOf(path.slice(0, -1)) === hash
        : (tree.fileAt(path)?.sha ?? '') === hash,
    )
  );
}
