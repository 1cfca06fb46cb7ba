import { KubernetesObject } from '../../types';
import { Git } from '../git/Git';
import { conditions, timestamp } from './conditions';

interface Scan {
  image: string;
  /** The newest first. */
  tags: string[];
  count: number;
}

/** What the registry holds, by the name that the objects have that ask for it. */
const scans: Readonly<Record<string, Scan>> = {
  storefront: {
    image: 'registry.example.org/team-web/storefront',
    tags: ['7.4.0', '7.3.1', '7.3.0', '7.2.8'],
    count: 42,
  },
  bookings: {
    image: 'registry.example.org/team-travel/bookings',
    tags: ['1.5.1', '1.5.0', '1.4.2', '1.4.1'],
    count: 19,
  },
};

/** What the image controllers say of a kind of theirs. */
export function imageStatus(
  live: KubernetesObject,
  git: Git,
  moment: Date,
): object {
  const { name, generation: observedGeneration = 1 } = live.metadata;
  const { image, tags, count } = scans[name];
  const [tag, previous] = tags;
  const ready = (message: string, reason = 'Succeeded') =>
    conditions(undefined, moment, [
      { type: 'Ready', status: 'True', reason, message, observedGeneration },
    ]);
  switch (live.kind) {
    case 'ImageRepository':
      return {
        canonicalImageName: image,
        conditions: ready(
          `successful scan: found ${count} tags with checksum 3614905125`,
        ),
        lastScanResult: {
          latestTags: tags,
          scanTime: timestamp(moment),
          tagCount: count,
        },
        observedGeneration,
      };
    case 'ImagePolicy':
      return {
        conditions: ready(`Latest image tag for ${image} resolved to ${tag}`),
        latestRef: { name: image, tag },
        observedPreviousRef: { name: image, tag: previous },
        observedGeneration,
      };
    default:
      return {
        conditions: ready('repository up-to-date'),
        lastAutomationRunTime: timestamp(moment),
        lastPushCommit: git.head.sha,
        lastPushTime: timestamp(moment),
        observedPolicies: { [name]: { name: image, tag } },
        observedSourceRevision: git.revision,
        observedGeneration,
      };
  }
}
