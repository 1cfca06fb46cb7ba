import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  Known,
  SourceRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { DeliverySource } from '../../store/queries/promotion/listSources';

/** By cluster, with those that have none. */
type Sources = ReadonlyMap<string, readonly DeliverySource[]>;

/** The gate keeps out what it could be told by. */
const firstTime =
  'Whoever may merge past the gates has to bring it there the first time';

/**
 * What the sources of Flux say of the signature of a chart or a ref that comes: each cluster before has one that fetched just that, every
 * one that did has verified it, and the clusters that it comes to fetch it from the same place.
 * {@link https://fluxcd.io/flux/components/source/ocirepositories/#verification}
 */
export function sourceSignature(
  move: Pick<Move, 'kind' | 'name' | 'to'>,
  { before, target }: { before: Sources; target: Sources },
): Known<boolean> {
  const found = [...before].map(([cluster, sources]) => ({
    cluster,
    sources: sources.filter(
      ({ record }) => isOf(record, move) && has(record, move.to),
    ),
  }));
  const all = found.flatMap(({ sources }) => sources);
  if (all.some(({ record }) => record.verified === false)) {
    return { known: false };
  }
  const bare = found.filter(
    ({ sources }) =>
      sources.length === 0 || sources.some(({ record }) => !record.verified),
  );
  if (bare.length > 0 || found.length === 0) {
    return {
      unknown: `Flux has verified no signature of it${
        bare.length > 0
          ? ` on ${bare.map(({ cluster }) => cluster).join(', ')}`
          : ''
      }. Set spec.verify of its source`,
    };
  }
  const elsewhere = elsewhereOf(move, target, new Set(all.flatMap(placeOf)));
  return elsewhere ? { unknown: elsewhere } : { known: true };
}

/** What is good in one registry says nothing of what another has under the same name. */
function elsewhereOf(
  move: Pick<Move, 'kind' | 'name'>,
  target: Sources,
  verified: ReadonlySet<string>,
): string | undefined {
  if (target.size === 0) {
    return `from where it will be fetched is not known: no cluster is delivered from there yet. ${firstTime}`;
  }
  for (const [cluster, sources] of target) {
    const own = sources.filter(({ record }) => isOf(record, move));
    const places = own.flatMap(placeOf);
    if (places.length === 0 || places.length < own.length) {
      return `from where ${cluster} fetches it is not known. ${firstTime}`;
    }
    const other = places.find(place => !verified.has(place));
    if (other !== undefined) {
      return `${cluster} fetches it from ${other}, where Flux has verified nothing before`;
    }
  }
  return undefined;
}

function placeOf({ url }: DeliverySource): string[] {
  return url ? [url.endsWith('/') ? url.slice(0, -1) : url] : [];
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
