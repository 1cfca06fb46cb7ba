import type { JsonObject } from '@backstage/types';
import type {
  GateVerdict,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GateFacts,
  GatePullRequest,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  canaryOn,
  gateFacts,
  gatePullRequest,
  head,
  now,
  review,
  stageCluster,
} from '../__fixtures__/gateFacts';
import { gatesByName } from './builtInGates';
import { judgeGates } from './judgeGates';

const gates = gatesByName([]);
const { moves, source } = gateFacts();
const [image] = moves;
const sha = `sha256:${'a'.repeat(64)}`;

function judge(
  name: string,
  facts: Partial<GateFacts>,
  options: JsonObject = {},
): GateVerdict {
  const [verdict] = judgeGates(
    [{ gate: name, options }],
    gates,
    gateFacts(facts),
  );
  return verdict;
}

function withSource(...clusters: Parameters<typeof stageCluster>[]) {
  return {
    source: {
      ...source!,
      clusters: clusters.map(args => stageCluster(...args)),
    },
  };
}

function runsVersion(version: string): Partial<StageCluster> {
  return { running: [{ kind: 'image', name: image.name, version }] };
}

function request(more: Partial<GatePullRequest>) {
  return { pullRequest: gatePullRequest(more) };
}

function reviewed(...reviews: ReturnType<typeof review>[]) {
  return request({ reviews: { known: reviews } });
}

type Case = [
  what: string,
  gate: string,
  facts: Partial<GateFacts>,
  state: string,
  says: string,
  options?: JsonObject,
];

const rollback = { action: 'rollback' as const, source: undefined };
const notThere = { unknown: 'the token needs Metadata: read' };
const checkOf = (
  name: string,
  state: 'passed' | 'failed' | 'pending' = 'passed',
) => ({ name, state });
const frozen = {
  id: '1',
  title: 'Sale',
  reason: 'the busiest week',
  environments: ['production'],
  applications: [],
  from: now,
  until: '2026-11-24T00:00:00.000Z',
  timeZone: 'Europe/Berlin',
  active: true,
  setBy: 'grace',
};
const drifted = {
  kind: 'override',
  cluster: 'prod-1',
  summary: '.spec.replicas 3 → 5',
  since: now,
  acknowledged: false,
};
const breach = {
  policy: 'disallow-latest',
  severity: 'high',
  cluster: 'stg-1',
  summary: 'image web uses latest',
};
const owned = (...owners: string[]) => ({
  known: {
    path: '.github/CODEOWNERS',
    rules: [{ pattern: 'apps/', owners, paths: ['apps/a.yaml'] }],
  },
});
const run = { pipeline: 'smoke', state: 'passed' as const, at: now };

const cases: Case[] = [
  ['well everywhere', 'healthy', {}, 'passed', 'all 2 clusters of staging'],
  [
    'ill on one cluster',
    'healthy',
    withSource(['stg-1'], ['stg-2', { state: 'failing', summary: 'crashes' }]),
    'failed',
    'stg-2: crashes',
  ],
  [
    'not what Git says yet',
    'healthy',
    withSource(['stg-1', { agrees: false }]),
    'waiting',
    'does not run what Git says yet',
  ],
  [
    'well, but as it was an hour ago',
    'healthy',
    withSource([
      'stg-1',
      { freshness: { stale: true, reason: 'unreachable since 11:00' } },
    ]),
    'unknown',
    'unreachable since 11:00',
  ],
  [
    'nobody can say whether it runs what Git says',
    'healthy',
    withSource(['stg-1', { agrees: undefined }]),
    'unknown',
    'cannot be told',
  ],
  [
    'another version than what comes',
    'healthy',
    withSource(['stg-1'], ['stg-2', runsVersion('1.6.0')]),
    'waiting',
    'stg-2: it runs bookings 1.6.0, and this brings bookings 1.5.0',
  ],
  [
    'what nobody has seen run',
    'healthy',
    { moves: [{ ...image, to: '6.6.6' }] },
    'waiting',
    'brings bookings 6.6.6',
  ],
  [
    'a chart that Git does not say there',
    'healthy',
    { moves: [{ ...image, kind: 'chart', name: 'podinfo', to: '6.5.0' }] },
    'waiting',
    'brings podinfo 6.5.0',
  ],
  [
    'the wave before runs what the stage before had',
    'healthy',
    {
      ...withSource(['stg-1', runsVersion('1.6.0')]),
      earlier: [stageCluster('prod-1', runsVersion('1.5.0'))],
    },
    'passed',
    'Runs well',
  ],
  ['no cluster to go by', 'healthy', withSource(), 'unknown', 'Deliver it'],
  ['a rollback', 'healthy', rollback, 'skipped', 'ran well before'],

  ['long enough', 'soak', {}, 'passed', '(needs 30 min)', { for: '30m' }],
  [
    'of another version',
    'soak',
    withSource(['stg-1'], ['stg-2', runsVersion('1.6.0')]),
    'waiting',
    'not begun on stg-2',
    { for: '30m' },
  ],
  ['not yet', 'soak', {}, 'waiting', 'needs 2 h', { for: { hours: 2 } }],
  [
    'one has not begun',
    'soak',
    { soakingSince: { 'stg-1': '2026-11-22T10:00:00.000Z' } },
    'waiting',
    'not begun on stg-2',
    { for: '30m' },
  ],

  ['no pull request', 'checks', {}, 'waiting', 'once the pull request is open'],
  [
    'all passed',
    'checks',
    request({ checks: { known: [checkOf('build')] } }),
    'passed',
    '1 passed',
  ],
  [
    'one failed',
    'checks',
    request({
      checks: { known: [checkOf('build'), checkOf('e2e', 'failed')] },
    }),
    'failed',
    'e2e',
  ],
  [
    'one that the branch demands has not reported',
    'checks',
    request({
      checks: { known: [checkOf('build')] },
      rules: { known: { requiredChecks: [{ name: 'e2e', from: 'anybody' }] } },
    }),
    'waiting',
    'e2e',
  ],
  [
    'named ones alone count',
    'checks',
    request({
      checks: { known: [checkOf('build'), checkOf('e2e', 'failed')] },
    }),
    'passed',
    '1 passed',
    { names: ['build'] },
  ],
  ['none is demanded', 'checks', request({}), 'skipped', 'demands none'],
  [
    'none reported, and what is demanded is hidden',
    'checks',
    request({ rules: notThere }),
    'unknown',
    'Metadata: read',
  ],
  ['hidden', 'checks', request({ checks: notThere }), 'unknown', 'Metadata'],

  ['nobody yet', 'approvals', request({}), 'waiting', '0 of 1 approval'],
  ['a colleague', 'approvals', reviewed(review('grace')), 'passed', 'grace'],
  [
    'who asked, though a bot opened it',
    'approvals',
    reviewed(review('Ada')),
    'waiting',
    '0 of 1 approval. Does not count: ada asked for it',
  ],
  [
    'who asked, and is called otherwise in the catalog',
    'approvals',
    request({
      reviews: { known: [review('heidi')] },
      requesters: { known: ['heidi'] },
    }),
    'waiting',
    'heidi.lamarr (heidi in Git) asked for it',
  ],
  [
    'who opened it',
    'approvals',
    reviewed(review('fleet-bot')),
    'waiting',
    'fleet-bot asked for it',
  ],
  [
    'who pushed to it',
    'approvals',
    request({
      reviews: { known: [review('grace')] },
      commits: {
        known: [
          {
            revision: head,
            author: 'fleet-bot',
            committer: 'grace',
            verified: true,
            reason: 'valid',
            url: 'https://git.example.org/1',
          },
        ],
      },
    }),
    'waiting',
    'grace wrote some of it',
  ],
  [
    'what somebody replaced who is gone',
    'approvals',
    request({
      reviews: { known: [review('grace')] },
      forcePushes: { known: [{ at: now }] },
    }),
    'unknown',
    'whose account is gone',
  ],
  [
    'who may have pushed to it in the name of who opened it',
    'approvals',
    request({
      reviews: { known: [review('grace')] },
      commits: {
        known: [true, false].map(verified => ({
          revision: head,
          author: 'ada',
          committer: 'ada',
          verified,
          reason: verified ? 'valid' : 'unsigned',
          url: 'https://git.example.org/1',
        })),
      },
    }),
    'unknown',
    'is not signed',
  ],
  [
    'what it was before',
    'approvals',
    reviewed(review('grace', { revision: 'a'.repeat(40) })),
    'waiting',
    'before its last commit',
  ],
  [
    'taken back',
    'approvals',
    reviewed(review('grace'), review('grace', { state: 'dismissed' })),
    'waiting',
    '0 of 1',
  ],
  [
    'a comment takes nothing back',
    'approvals',
    reviewed(review('grace'), review('grace', { state: 'commented' })),
    'passed',
    'grace',
  ],
  [
    'somebody asks for changes',
    'approvals',
    reviewed(review('grace'), review('linus', { state: 'changes-requested' })),
    'failed',
    'linus asks for changes',
  ],
  [
    'not of the team',
    'approvals',
    reviewed(review('linus')),
    'waiting',
    '0 of 1 approval from team travel',
    { teams: ['travel'] },
  ],
  [
    'of the team',
    'approvals',
    reviewed(review('grace')),
    'passed',
    'grace',
    { teams: ['travel'] },
  ],
  [
    'of a team whose members are hidden',
    'approvals',
    request({
      reviews: { known: [review('grace')] },
      teams: { sre: { unknown: 'the token needs Members: read' } },
    }),
    'unknown',
    'Members: read',
    { teams: ['sre'] },
  ],
  [
    'two are needed',
    'approvals',
    reviewed(review('grace')),
    'waiting',
    '1 of 2 approvals',
    { count: 2 },
  ],
  [
    'reviews are hidden',
    'approvals',
    request({ reviews: notThere }),
    'unknown',
    'Metadata',
  ],

  [
    'whoever asked for it',
    'approvals',
    request({
      reviews: { known: [review('grace')] },
      requesters: { unknown: 'user:default/guest has no login' },
    }),
    'unknown',
    'has no login',
  ],

  ['before', 'manual', {}, 'waiting', 'once', { teams: ['travel'] }],
  [
    'the team has said yes',
    'manual',
    reviewed(review('grace')),
    'passed',
    'grace',
    { teams: ['travel'] },
  ],

  ['none', 'owners', request({}), 'skipped', 'no CODEOWNERS'],
  [
    'an owner',
    'owners',
    request({ owners: owned('grace'), reviews: { known: [review('grace')] } }),
    'passed',
    'each file',
  ],
  [
    'a team that owns it',
    'owners',
    request({
      owners: owned('team:travel'),
      reviews: { known: [review('grace')] },
    }),
    'passed',
    'each file',
  ],
  [
    'somebody else',
    'owners',
    request({ owners: owned('linus'), reviews: { known: [review('grace')] } }),
    'waiting',
    'linus',
  ],
  [
    'an address',
    'owners',
    request({
      owners: owned('l@example.org'),
      reviews: { known: [review('grace')] },
    }),
    'unknown',
    'l@example.org',
  ],
  ['hidden', 'owners', request({ owners: notThere }), 'unknown', 'Metadata'],

  ['signed', 'signed-commits', request({}), 'passed', 'All 1'],
  [
    'unsigned',
    'signed-commits',
    request({
      commits: {
        known: [
          {
            revision: head,
            author: 'ada',
            committer: 'ada',
            verified: false,
            reason: 'unsigned',
            url: 'https://git.example.org/1',
          },
        ],
      },
    }),
    'failed',
    'bbbbbbb',
  ],

  ['by tag', 'digest', {}, 'failed', 'bookings:1.5.0'],
  [
    'by digest',
    'digest',
    { moves: [{ ...image, to: `1.5.0@${sha}` }] },
    'passed',
    'All by digest',
  ],
  ['no image', 'digest', { moves: [] }, 'skipped', 'No image'],

  [
    'verified',
    'signature',
    { signatures: { [image.name]: { known: true } } },
    'passed',
    '1 verified',
  ],
  [
    'not good',
    'signature',
    { signatures: { [image.name]: { known: false } } },
    'failed',
    'Not signed',
  ],
  ['nobody looks', 'signature', {}, 'unknown', 'nothing on a cluster'],

  ['none new', 'policy', {}, 'passed', 'None new'],
  [
    'a new grave one',
    'policy',
    { policyResults: { known: [breach] } },
    'failed',
    'disallow-latest',
  ],
  [
    'a new slight one',
    'policy',
    { policyResults: { known: [{ ...breach, severity: 'low' }] } },
    'passed',
    'None new',
  ],
  [
    'a new slight one where that counts',
    'policy',
    { policyResults: { known: [{ ...breach, severity: 'low' }] } },
    'failed',
    '1 new',
    { severity: 'low' },
  ],
  ['hidden', 'policy', { policyResults: notThere }, 'unknown', 'Metadata'],

  ['none', 'drift', {}, 'passed', 'Nothing was changed by hand'],
  ['by hand', 'drift', { drifts: { known: [drifted] } }, 'failed', 'replicas'],
  [
    'acknowledged',
    'drift',
    { drifts: { known: [{ ...drifted, acknowledged: true }] } },
    'passed',
    'acknowledged',
  ],
  [
    'of a kind that a promotion ends',
    'drift',
    { drifts: { known: [{ ...drifted, kind: 'behind' }] } },
    'passed',
    'Nothing',
  ],

  [
    'a check',
    'smoke',
    request({ checks: { known: [checkOf('smoke')] } }),
    'passed',
    'smoke passed',
    { check: 'smoke' },
  ],
  [
    'a check that has not reported',
    'smoke',
    request({}),
    'waiting',
    'not reported',
    { check: 'smoke' },
  ],
  [
    'a run since',
    'smoke',
    { pipelineRuns: { known: [run] } },
    'passed',
    'smoke passed',
    { pipeline: 'smoke' },
  ],
  [
    'a run on another cluster that failed before it',
    'smoke',
    {
      pipelineRuns: {
        known: [
          { ...run, cluster: 'stg-1', at: now },
          {
            ...run,
            cluster: 'stg-2',
            state: 'failed',
            at: '2026-11-22T11:30:00.000Z',
          },
        ],
      },
    },
    'failed',
    'smoke failed',
    { pipeline: 'smoke' },
  ],
  [
    'a run before what moves came',
    'smoke',
    { pipelineRuns: { known: [{ ...run, at: '2026-11-22T10:30:00.000Z' }] } },
    'waiting',
    'since what moves came',
    { pipeline: 'smoke' },
  ],
  ['no run', 'smoke', {}, 'waiting', 'has not run', { pipeline: 'smoke' }],

  ['none', 'canary', {}, 'skipped', 'Neither Flagger nor'],
  ['done', 'canary', { canaries: [canaryOn('stg-1')] }, 'passed', 'None'],
  [
    'under way',
    'canary',
    { canaries: [canaryOn('stg-1', { state: 'progressing' })] },
    'waiting',
    'bookings on stg-1',
  ],
  [
    'given up before',
    'canary',
    { canaries: [canaryOn('stg-1', { state: 'failing' })] },
    'failed',
    'Given up in staging',
  ],
  [
    'given up in the target, which a promotion may mend',
    'canary',
    { canaries: [canaryOn('prod-1', { state: 'failing' })] },
    'passed',
    'None is under way',
  ],
  [
    'given up in the target, which a rollback mends',
    'canary',
    { ...rollback, canaries: [canaryOn('prod-1', { state: 'failing' })] },
    'skipped',
    'rollback',
  ],

  ['none', 'freeze', {}, 'passed', 'Nothing freezes production'],
  ['frozen', 'freeze', { freezes: { known: [frozen] } }, 'waiting', 'Sale'],
  [
    'a file that does not parse',
    'freeze',
    { freezes: { unknown: 'freezes.yaml, line 3' } },
    'unknown',
    'line 3',
  ],
  [
    'the way back',
    'freeze',
    { ...rollback, freezes: { known: [frozen] } },
    'skipped',
    'holds up no rollback',
  ],
];

describe('builtInGates', () => {
  it.each(
    cases.map(([what, gate, facts, state, says, options]) => ({
      what,
      gate,
      facts,
      state,
      says,
      options,
    })),
  )('$gate: $what', ({ gate, facts, state, says, options }) => {
    expect(judge(gate, facts, options)).toEqual(
      expect.objectContaining({
        state,
        summary: expect.stringContaining(says),
      }),
    );
  });

  it('says when it opens by itself, who can open it, and from when its evidence is', () => {
    expect(judge('soak', {}, { for: '2h' })).toMatchObject({
      opensAt: '2026-11-22T13:00:00.000Z',
      at: '2026-11-22T11:00:00.000Z',
      waitsFor: [],
    });
    expect(judge('freeze', { freezes: { known: [frozen] } })).toMatchObject({
      opensAt: frozen.until,
      waitsFor: ['grace'],
    });
    expect(
      judge('approvals', request({}), { teams: ['travel'] }),
    ).toMatchObject({ waitsFor: ['team:travel'] });
    expect(
      judge('owners', request({ owners: owned('linus', 'team:sre') })),
    ).toMatchObject({ waitsFor: ['linus', 'team:sre'] });
  });

  it.each<[string, JsonObject, string]>([
    ['soak', {}, 'soak.for is not a duration above zero'],
    ['soak', { for: 'long' }, "write { seconds: 30 }, '30s' or 'PT30S'"],
    ['soak', { fro: '1m', for: '1m' }, 'soak.fro is not a known key'],
    ['approvals', { count: 0 }, 'approvals.count has to be at least 1'],
    ['policy', { severity: 'grave' }, 'policy.severity'],
    ['manual', {}, 'manual.teams'],
    ['manual', { teams: [] }, 'names no team'],
    ['smoke', {}, 'has to name one of two'],
    ['smoke', { check: 'a', pipeline: 'b' }, 'has to name one of two'],
    ['digest', { strict: true }, 'digest.strict is not a known key'],
  ])('%s refuses %j', (name, options, message) => {
    expect(() => gates.get(name)!.readOptions(options)).toThrow(message);
  });
});
