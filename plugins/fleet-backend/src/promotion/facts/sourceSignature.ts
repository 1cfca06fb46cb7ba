import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  Known,
  SourceRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';

/**
 * What the sources of Flux say of the signature of a chart or a ref that comes, by the cluster that they are on: each has one that fetched just
 * that, and every one that did has verified it.
 * {@link https://fluxcd.io/flux/components/source/ocirepositories/#verification}
 */
export function sourceSignature(
  move: Pick<Move, 'kind' | 'name' | 'to'>,
  sources: ReadonlyMap<string, readonly SourceRecord[]>,
): Known<boolean> {
  const fetched = [...sources].map(([cluster, records]) => ({
    cluster,
    verdicts: records
      .filter(record => isOf(record, move) && has(record, move.to))
      .map(({ verified }) => verified),
  }));
  if (fetched.some(({ verdicts }) => verdicts.includes(false))) {
    return { known: false };
  }
  const bare = fetched.filter(
    ({ verdicts }) => verdicts.length === 0 || verdicts.includes(undefined),
  );
  return bare.length > 0 || fetched.length === 0
    ? {
        unknown: `Flux has verified no signature of it${
          bare.length > 0
            ? ` on ${bare.map(({ cluster }) => cluster).join(', ')}`
            : ''
        }. Set spec.verify of its source`,
      }
    : { known: true };
}

function isOf(
  { kind, name, ref }: SourceRecord,
  move: Pick<Move, 'kind' | 'name'>,
): boolean {
  switch (move.kind) {
    case 'oci-ref':
      return kind === 'OCIRepository' && name === move.name;
    case 'git-ref':
      return kind === 'GitRepository' && name === move.name;
    case 'chart':
      return kind === 'HelmChart' && ref?.split(' ')[0] === move.name;
    default:
      return false;
  }
}

/** Flux says `1.5.0@sha256:…` and `main@sha1:…`; of a chart its version alone. What comes is a version, a digest, a commit, or two of them. */
function has({ revision }: SourceRecord, to: string | undefined): boolean {
  if (!revision || !to) {
    return false;
  }
  const [version, digest] = revision.split('@');
  return [revision, version, digest, digest?.replace(/^sha1:/, '')].includes(
    to,
  );
}
