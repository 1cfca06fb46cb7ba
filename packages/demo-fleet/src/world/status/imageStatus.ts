import { KubernetesObject } from '../../types';
import { Git } from '../git/Git';
import { conditions, timestamp } from './conditions';

const image = 'registry.example.org/team-web/storefront';

/** What the image controllers say of a kind of theirs. */
export function imageStatus(
  live: KubernetesObject,
  git: Git,
  moment: Date,
): object {
  const observedGeneration = live.metadata.generation ?? 1;
  const ready = (message: string, reason = 'Succeeded') =>
    conditions(undefined, moment, [
      { type: 'Ready', status: 'True', reason, message, observedGeneration },
    ]);
  switch (live.kind) {
    case 'ImageRepository':
      return {
        canonicalImageName: image,
        conditions: ready(
          'successful scan: found 42 tags with checksum 3614905125',
        ),
        lastScanResult: {
          latestTags: ['7.4.0', '7.3.1', '7.3.0', '7.2.8'],
          scanTime: timestamp(moment),
          tagCount: 42,
        },
        observedGeneration,
      };
    case 'ImagePolicy':
      return {
        conditions: ready(`Latest image tag for ${image} resolved to 7.4.0`),
        latestRef: { name: image, tag: '7.4.0' },
        observedPreviousRef: { name: image, tag: '7.3.1' },
        observedGeneration,
      };
    default:
      return {
        conditions: ready('repository up-to-date'),
        lastAutomationRunTime: timestamp(moment),
        lastPushCommit: git.head.sha,
        lastPushTime: timestamp(moment),
        observedPolicies: { storefront: { name: image, tag: '7.4.0' } },
        observedSourceRevision: git.revision,
        observedGeneration,
      };
  }
}
