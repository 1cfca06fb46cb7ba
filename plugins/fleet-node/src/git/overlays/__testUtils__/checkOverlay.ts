import { isDeepStrictEqual } from 'node:util';
import { settledIn } from '../artifacts/settledIn';
import { plainOf } from '../build/Traced';
import { moveOverlay } from '../moveOverlay';
import type {
  Overlay,
  OverlayArtifact,
  OverlayFiles,
  OverlayMove,
} from '../Overlay';
import { OverlayError } from '../OverlayError';
import { readOverlay } from '../readOverlay';
import type { KustomizeOracle } from './KustomizeOracle';
import { leavesOf, type Leaves } from './leavesOf';
import { valuesByUse } from './valuesByUse';

/** How we and kustomize see one overlay. */
export interface OverlayVerdict {
  /** Whether kustomize builds it at all. */
  isBuilt: boolean;
  /** Whether nothing of it is named as not understood. */
  isUnderstood: boolean;
  /** Images, charts and values that we read, and that kustomize has. */
  values: number;
  /** Moves that were made. */
  moves: number;
  /** Moves that we said cannot be made, and why. */
  refused: string[];
  /** Where we and kustomize do not agree. */
  wrong: string[];
}

const otherDigest = `sha256:${'9'.repeat(64)}`;

/** Whether what we read of an overlay is what kustomize builds, and whether moving each thing of it moves that in the build, and nothing else. */
export async function checkOverlay(
  kustomize: KustomizeOracle,
  files: OverlayFiles,
  folder: string,
): Promise<OverlayVerdict> {
  const built = await kustomize.build(files, folder);
  const overlay = readOverlay(files, folder);
  const verdict: OverlayVerdict = {
    isBuilt: built !== undefined,
    isUnderstood: overlay.notUnderstood.length === 0,
    values: 0,
    moves: 0,
    refused: [],
    wrong: [],
  };
  if (!built) {
    return verdict;
  }
  verdict.wrong.push(...disagreements(files, overlay, built, verdict));
  for (const artifact of overlay.artifacts) {
    if (artifact.kind !== 'component') {
      await checkMove(kustomize, { files, folder, built }, artifact, verdict);
    }
  }
  return verdict;
}

function disagreements(
  files: OverlayFiles,
  { folder }: Overlay,
  built: Leaves,
  verdict: OverlayVerdict,
): string[] {
  const { build } = settledIn(files, folder);
  const ours = leavesOf(
    build.objects.map(({ kind, names, root }) => {
      const plain = plainOf(root) as { metadata?: object };
      return {
        ...plain,
        kind,
        metadata: { ...plain.metadata, name: names.at(-1)! },
      };
    }),
  );
  return [...built]
    .filter(([name]) => isCompared(name))
    .flatMap(([name, value]) => {
      verdict.values += 1;
      return isDeepStrictEqual(ours.get(name), value)
        ? []
        : [`${folder}: ${name} is ${value}, and read as ${ours.get(name)}`];
    });
}

/** What is told of objects: not what labels, namespaces and prefixes make of them. */
function isCompared(name: string): boolean {
  return /\.image$|^HelmRelease .*: spec\.(values|chart)|^(OCIRepository|GitRepository) .*: spec\.ref|^ConfigMap .*: data|\.replicas$|^Application /.test(
    name,
  );
}

async function checkMove(
  kustomize: KustomizeOracle,
  {
    files,
    folder,
    built,
  }: { files: OverlayFiles; folder: string; built: Leaves },
  artifact: OverlayArtifact,
  verdict: OverlayVerdict,
): Promise<void> {
  const { kind, name, uses, version, digest, place, origin } = artifact;
  const move: OverlayMove = {
    kind,
    name,
    uses,
    from: { version, digest, place, origin },
    to: {
      ...(version !== undefined || !digest ? { version: '99.9.9' } : {}),
      ...(digest !== undefined && { digest: otherDigest }),
      place,
      origin,
    },
  };
  let changed: OverlayFiles;
  try {
    changed = moveOverlay(files, folder, [move]).files;
  } catch (error) {
    if (error instanceof OverlayError) {
      verdict.refused.push(`${folder}: ${error.message}`);
      return;
    }
    throw error;
  }
  verdict.moves += 1;
  const later = { ...files, ...changed };
  const after = await kustomize.build(later, folder);
  const [was, is] = [
    valuesByUse(files, folder, built),
    valuesByUse(later, folder, after ?? new Map()),
  ];
  const differing = [...new Set([...was.keys(), ...is.keys()])].filter(
    use => !isDeepStrictEqual(was.get(use), is.get(use)),
  );
  const isUse = (use: string) =>
    uses.some(
      known =>
        known.startsWith(use) || use.startsWith(known.replace(/\.tag$/, '')),
    );
  verdict.wrong.push(
    ...differing
      .filter(use => !isUse(use))
      .map(use => `${folder}: ${kind} ${name} moved, and ${use} with it`),
    ...uses
      .filter(
        use => !differing.some(other => use.startsWith(other) || other === use),
      )
      .filter(use => /^[A-Z]/.test(use))
      .map(use => `${folder}: ${kind} ${name} moved, and ${use} did not`),
  );
}
