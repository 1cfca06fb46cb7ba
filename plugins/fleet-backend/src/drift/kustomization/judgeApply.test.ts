import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { kustomization } from '../../store/__fixtures__/records';
import { appliedOf, type Applied } from './appliedOf';
import { judgeApply } from './judgeApply';
import { parseApplyMessage } from './parseApplyMessage';

const revision = 'main@sha1:aaa';
const apply = {
  at: '2026-01-05T08:00:00Z',
  revision,
  objects: parseApplyMessage(
    [
      'Deployment/pay/api configured',
      'Namespace/pay created',
      'Job/pay/old deleted',
      'ClusterRole/system:reader configured',
      '<b>/x configured',
      'Health check passed in 2s',
    ].join('\n'),
  ),
};

/** Of Flux ≥ 2.7, reconciled at that time of the day. */
function modern(
  time: string,
  drift: ApplicationRecord['drift'],
  given: Partial<ApplicationRecord> = {},
) {
  return kustomization({
    lastReconciledAt: `2026-01-05T${time}Z`,
    revision: 'main@sha1:bbb',
    drift,
    ...given,
  });
}

/** Of Flux < 2.7, which keeps no digests. */
function older(time: string, given: Partial<ApplicationRecord> = {}) {
  return kustomization({
    lastReconciledAt: `2026-01-05T${time}Z`,
    revision,
    drift: { generation: 1 },
    ...given,
  });
}

const early = '2026-01-01T00:00:00Z';
const steady = { digest: 'sha256:d', digestSince: early };
/** Applied long ago, then something else, then this again. */
const revertedTo = { ...steady, otherDigestUntil: '2026-01-05T07:30:00Z' };
const elsewhere = {
  digest: 'sha256:e',
  digestSince: '2026-01-05T07:20:00Z',
  otherDigestUntil: '2026-01-05T07:15:00Z',
};

/** Judges by the last of some records, and what is remembered of them all. */
function typeOf(...records: ApplicationRecord[]): string {
  let memory: Applied | undefined;
  for (const record of records) {
    memory = appliedOf(record, memory);
  }
  return judgeApply({ apply, application: records.at(-1)!, memory }).type;
}

describe('what Flux applied', () => {
  it.each<[string, string, ApplicationRecord[]]>([
    [
      'is drift that it undid where the manifests are the same, though the monorepo moved on',
      'corrected',
      [modern('08:00:01', steady)],
    ],
    [
      'came from Git where the manifests are new, and undid drift as well if there was any',
      'from Git',
      [modern('08:00:02', { ...steady, digestSince: '2026-01-05T08:00:02Z' })],
    ],
    [
      'came from Git the first time, within the same second',
      'from Git',
      [modern('08:00:00', { ...steady, digestSince: apply.at })],
    ],
    [
      'is its own unfinished work where these manifests were never applied in full',
      'from Git',
      [modern('08:00:02', { digest: 'sha256:d' })],
    ],
    [
      'cannot be told before the Kustomization tells of it',
      'too early',
      [modern('07:50:00', steady)],
    ],
    [
      'is drift that it undid when it was resumed',
      'corrected',
      [modern('08:00:01', steady, { state: 'suspended' })],
    ],
    [
      'came from Git where Git went back to what had been before',
      'from Git',
      [
        modern('07:00:00', steady),
        modern('07:30:00', elsewhere),
        modern('08:00:01', revertedTo),
      ],
    ],
    [
      'came from Git where it went there and back unseen',
      'from Git',
      [modern('07:00:00', steady), modern('08:00:01', revertedTo)],
    ],
    [
      'is drift once it was seen to have gone back',
      'corrected',
      [
        modern('07:30:00', elsewhere),
        modern('07:40:00', revertedTo),
        modern('08:00:01', revertedTo),
      ],
    ],
    [
      'is its own unfinished work where going back failed first',
      'from Git',
      [
        modern('07:30:00', elsewhere),
        modern('07:40:00', revertedTo, { state: 'failing' }),
        modern('08:00:01', revertedTo),
      ],
    ],
    [
      'by an older Flux is drift where revision and spec are the same',
      'corrected',
      [older('07:00:00'), older('08:00:03')],
    ],
    [
      'by an older Flux cannot be told while it is at work or fails',
      'too early',
      [older('07:00:00'), older('08:00:03', { state: 'progressing' })],
    ],
    [
      'by an older Flux came from Git where the revision is another',
      'from Git',
      [older('07:00:00', { revision: 'main@sha1:000' }), older('08:00:03')],
    ],
    [
      'by an older Flux came from a change of the Kustomization itself',
      'from Git',
      [older('07:00:00', { drift: { generation: 0 } }), older('08:00:03')],
    ],
    [
      'by an older Flux came from Git as far as anybody knows when first seen',
      'from Git',
      [older('08:00:03')],
    ],
  ])('%s', (_, type, records) => {
    expect(typeOf(...records)).toBe(type);
  });

  it('is told by object', () => {
    const application = modern('08:00:01', steady, {
      resources: [
        {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          namespace: 'pay',
          name: 'api',
        },
      ],
    });
    expect(judgeApply({ apply, application })).toMatchObject({
      findings: [
        {
          kind: 'out-of-sync',
          key: 'Deployment/pay/api',
          object: { group: 'apps', version: 'v1', kind: 'Deployment' },
          summary:
            'Deployment/pay/api differed from Git though Git had not changed, and Flux put it right.',
        },
        {
          key: 'Namespace/pay',
          summary:
            'Namespace/pay was gone though Git has it, and Flux brought it back.',
        },
        { key: 'ClusterRole/system:reader' },
      ],
    });
  });
});
