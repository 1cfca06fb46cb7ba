import { kustomization } from '../../store/__fixtures__/records';
import { judgeApply } from './judgeApply';
import { parseApplyMessage } from './parseApplyMessage';

const at = '2026-01-05T08:00:00Z';
const apply = {
  at,
  revision: 'main@sha1:aaa',
  objects: parseApplyMessage(
    'Deployment/pay/api configured\nNamespace/pay created\nJob/pay/old deleted\n<b>/x configured',
  ),
};
const before = kustomization({ state: 'healthy', revision: 'main@sha1:aaa' });

function reconciled(digestSince: string, lastReconciledAt = at) {
  return kustomization({
    lastReconciledAt,
    revision: 'main@sha1:bbb',
    drift: { digest: 'sha256:d', digestSince },
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
}

const early = '2026-01-01T00:00:00Z';

describe('what Flux applied', () => {
  it.each([
    [
      'is drift that it undid where the digest is the same, though the monorepo moved on',
      before,
      reconciled(early),
      'corrected',
    ],
    [
      'came from Git where the digest is new',
      before,
      reconciled('2026-01-05T08:00:02Z', '2026-01-05T08:00:02Z'),
      'from Git',
    ],
    [
      'cannot be told before the Kustomization tells of it',
      before,
      reconciled(early, '2026-01-05T07:50:00Z'),
      'too early',
    ],
    [
      'is its own unfinished work after a failure',
      kustomization({ state: 'failing' }),
      reconciled(early),
      'from Git',
    ],
    [
      'is drift that it undid when it was resumed',
      kustomization({ state: 'suspended' }),
      reconciled(early),
      'corrected',
    ],
    ['came from Git the first time', undefined, reconciled(early), 'from Git'],
    [
      'by an older Flux is drift where the revision is the same',
      before,
      kustomization({ drift: { generation: undefined } }),
      'corrected',
    ],
    [
      'by an older Flux came from Git where the revision is another',
      kustomization({ revision: 'main@sha1:000' }),
      kustomization(),
      'from Git',
    ],
    [
      'by an older Flux came from a change of the Kustomization itself',
      before,
      kustomization({ drift: { generation: 2 } }),
      'from Git',
    ],
  ])('%s', (_, was, is, type) => {
    expect(judgeApply({ apply, before: was, after: is }).type).toBe(type);
  });

  it('is told by object', () => {
    expect(
      judgeApply({ apply, before, after: reconciled(early) }),
    ).toMatchObject({
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
      ],
    });
  });
});
