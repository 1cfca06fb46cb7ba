import type { PipelineStage } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ImagePolicyRecord,
  OverlayArtifact,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RunningStage } from '../../store/promotion/readStageClusters';
import type { KnownOverlay } from '../PipelineBasis';
import { isSameImage } from './agreement';
import { sideText } from './toMove';

/** What a policy of image automation has chosen, and where it is. */
export interface ChosenImage {
  cluster: string;
  record: Pick<
    ImagePolicyRecord,
    'namespace' | 'name' | 'image' | 'latest' | 'digest'
  >;
}

/**
 * What image automation would write into the overlays of a stage, by the policies of its clusters and of those that deliver to them.
 * A marker beside an image tells which policy is its own; without one, the name of the image does.
 */
export function automationOf(
  overlays: readonly Pick<KnownOverlay, 'overlay'>[],
  running: readonly Pick<RunningStage, 'cluster' | 'deliveredFrom'>[],
  policies: readonly ChosenImage[],
): PipelineStage['automation'] {
  const places = new Set(
    running.flatMap(({ cluster, deliveredFrom }) => [cluster, deliveredFrom]),
  );
  const images = overlays
    .flatMap(({ overlay }) => overlay?.artifacts ?? [])
    .filter(({ kind }) => kind === 'image');
  const found = new Map<string, PipelineStage['automation'][number]>();
  for (const policy of policies) {
    const { cluster, record } = policy;
    const name = nameOf(record);
    const behind = places.has(cluster)
      ? images.find(
          artifact => isFor(record, artifact) && isBehind(record, artifact),
        )
      : undefined;
    // The same policy on several clusters is one that Git has brought there.
    if (behind && !found.has(name)) {
      found.set(name, {
        image: behind.name,
        current: sideText(behind),
        next: nextOf(record, behind),
        policy: name,
        cluster,
      });
    }
  }
  return [...found.values()];
}

function nameOf({ namespace, name }: ChosenImage['record']): string {
  return namespace ? `${namespace}/${name}` : name;
}

function isFor(
  policy: ChosenImage['record'],
  { name, imagePolicy }: OverlayArtifact,
): boolean {
  return imagePolicy === undefined
    ? policy.image !== undefined && isSameImage(policy.image, name)
    : imagePolicy === nameOf(policy);
}

/** One that has chosen nothing would write nothing. */
function isBehind(
  { latest, digest }: ChosenImage['record'],
  artifact: OverlayArtifact,
): boolean {
  return (
    latest !== undefined &&
    (latest !== artifact.version ||
      Boolean(digest && artifact.digest && digest !== artifact.digest))
  );
}

/** As the overlay writes it: with a digest where it has one. */
function nextOf(
  { latest = '', digest }: ChosenImage['record'],
  artifact: OverlayArtifact,
): string {
  return artifact.digest && digest ? `${latest}@${digest}` : latest;
}
