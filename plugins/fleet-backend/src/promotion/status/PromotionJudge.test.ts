import { mockServices } from '@backstage/backend-test-utils';
import type { PipelineStage } from '@fleetcommander/backstage-plugin-fleet-common';
import { describeChange } from '@fleetcommander/backstage-plugin-fleet-node';
import { GitStage } from '../../claims/__testUtils__/GitStage';
import type {
  FreezeFile,
  PromotionVerdicts,
  Verdicts,
} from '../../store/FleetPromotionStore';
import {
  bookings,
  bookingsBasis,
  bookingsFiles,
  productionFile,
} from '../__fixtures__/bookings';
import { evidenceTable } from '../body/evidenceTable';
import { loginsOf } from '../__testUtils__/loginsOf';
import { RequestFacts } from '../facts/RequestFacts';
import type { NewEvent } from '../../store/promotion/events';
import type { KeptPromotion } from '../follow/KeptPromotion';
import { gatesByName } from '../gates/builtInGates';
import { PromotionJudge } from './PromotionJudge';
import { StageGates } from './StageGates';

const name = 'platform/fleet';
const path = productionFile('us-east-1');
const requester = 'user:development/guest';
const context = 'fleet/gates';

describe('PromotionJudge', () => {
  jest.setTimeout(120_000);
  let stage: GitStage;
  let judge: PromotionJudge;
  let promotion: KeptPromotion;
  let freezes: FreezeFile[];
  let told: Map<string, NewEvent>;
  let kept: Omit<PromotionVerdicts, 'judged'> | undefined;
  let keptOfStages: Record<string, Verdicts>;
  let logins: Record<string, string>;
  let ranWell: boolean;
  const production: Partial<PipelineStage> = {};

  beforeEach(async () => {
    stage = await GitStage.start({
      ...bookingsFiles,
      '.github/CODEOWNERS': '/apps/ @ada',
    });
    const { host, repository } = stage.hosts.find(stage.config.url);
    const { pullRequest } = await host.propose(repository, {
      branch: 'fleet/promote/bookings+production',
      title: 'Promote bookings 1.5.0 to production',
      body: describeChange(
        `Before.\n\n${evidenceTable([], {
          enforcement: 'unknown',
          base: 'main',
          context,
        })}\n\nAfter.`,
        { action: 'promote', requester },
      ),
      files: [{ path, text: bookingsFiles[path].replace('1.4.2', '1.5.0') }],
    });
    const { number, url, head, updatedAt } = pullRequest;
    freezes = [
      { repository: stage.config.url, branch: 'main', path: 'freezes.yaml' },
    ];
    told = new Map();
    kept = undefined;
    ranWell = true;
    keptOfStages = {};
    logins = { [requester]: 'ada' };
    const basis = bookingsBasis(stage.config);
    // As this stage opens its pull requests.
    basis.pipeline!.stages.find(other => other.name === 'production')!.gates = [
      { gate: 'approvals', options: {} },
      { gate: 'freeze', options: {} },
    ];
    promotion = {
      id: 'one',
      pipelineId: basis.id,
      repository: stage.config.url,
      application: 'bookings',
      action: 'promote',
      from: 'staging',
      to: 'production',
      environment: 'production',
      state: 'waiting',
      summary: '',
      waitsFor: [],
      moves: [],
      requester,
      gates: [],
      enforcement: 'unknown',
      waves: [],
      overlays: {},
      createdAt: updatedAt,
      progressAt: updatedAt,
      pullRequest: {
        number,
        url,
        head,
        updatedAt,
        read: {
          repository: stage.config.url,
          number,
          head,
          pipelineId: basis.id,
          stage: 'production',
          action: 'promote',
          moves: [],
          overlays: {},
          before: {},
          reviews: [],
          readFor: updatedAt,
        },
        repository: stage.config.url,
        title: '',
        state: 'open',
        draft: false,
        branch: '',
        author: 'fleet-bot',
        createdAt: updatedAt,
        approvals: 0,
        changesRequested: 0,
        checks: { passed: 0, failed: 0, pending: 0 },
        summary: '',
        approvers: [],
      },
    } as KeptPromotion;
    const store = {
      listDrifts: async () => ({ items: [] }),
      listCollections: async () => [],
      listPolicies: async () => ({ items: [] }),
      listPolicyResults: async () => ({ items: [], totalItems: 0 }),
      getPolicy: async () => undefined,
      promotions: {
        freezeFiles: async () => freezes,
        addEvents: async (events: readonly NewEvent[]) => {
          events.forEach(event => told.set(event.id, event));
        },
        openPromotions: async () => [promotion],
        ranWell: async () => ranWell,
        readBasis: async () => basis,
        getPipeline: async () =>
          bookings(stage.config.url, {
            production: {
              ...production,
              lacks: [{ from: 'staging', ahead: false, moves: [] }],
            },
          }),
        listPipelines: async () => ({
          items: [{ id: basis.id, stages: [{ lacks: 1 }] }],
          pageInfo: {},
        }),
        writeVerdicts: async (
          _id: string,
          { judged, ...verdicts }: PromotionVerdicts,
        ) => {
          promotion.judged = judged;
          kept = verdicts;
        },
        writeStageVerdicts: async (
          { stage: of }: { stage: string },
          verdicts: Verdicts,
        ) => {
          keptOfStages[of] = verdicts;
        },
      },
    };
    const shared = {
      store: store as never,
      hosts: stage.hosts,
      gates: gatesByName([]),
      statusContext: context,
      appUrl: 'https://portal.example.org',
      logger: mockServices.logger.mock(),
    };
    const requests = new RequestFacts({
      ...shared,
      logins: {
        of: ref => loginsOf([], logins).of(ref),
        whoAre: names => loginsOf([], logins).whoAre(names),
      },
    });
    judge = new PromotionJudge({
      ...shared,
      requests,
      stageGates: new StageGates({ ...shared, requests }),
    });
  });
  afterEach(() => stage.host.stop());

  const statuses = () =>
    stage.host
      .repository(name)
      .statuses.map(({ context: of, state, description, targetUrl: url }) => ({
        of,
        state,
        description,
        url,
      }));
  const body = () => stage.host.repository(name).pulls.get(1)!.body;
  const writes = () =>
    stage.host.requests.filter(({ method }) => method !== 'GET').length;

  it('publishes one status and the evidence, and nothing twice', async () => {
    expect(await judge.turn()).toBe(1);
    expect(kept?.gates).toMatchObject([
      { gate: 'approvals', state: 'waiting' },
      { gate: 'freeze', state: 'passed' },
    ]);
    expect(kept?.enforcement).toBe('not-required');
    expect(statuses()).toEqual([
      {
        of: context,
        state: 'pending',
        description: '1 of 2 open. Approvals: 0 of 1 approval',
        url: 'https://portal.example.org/fleet/promotions/one',
      },
    ]);
    expect(body()).toContain('Before.');
    expect(body()).toContain('⏳ waits | 0 of 1 approval.');
    expect(body()).toContain('After.');

    const before = writes();
    expect(await judge.turn()).toBe(0);
    expect(writes()).toBe(before);

    await stage.approve(1);
    await judge.turn();
    expect(statuses().at(-1)).toMatchObject({
      state: 'success',
      description: 'All 2 gates are open',
    });
    // Its own word is none of the checks that it waits for.
    expect(kept?.gates.every(({ state }) => state === 'passed')).toBe(true);
  });

  it('says what the branch requires besides, as far as it is told, once the gates are open', async () => {
    const { protections, statuses: said } = stage.host.repository(name);
    protections.set('main', {
      approvals: 2,
      checks: ['e2e', context],
      owners: true,
      signatures: true,
      isRuleset: true,
    });
    await judge.turn();
    expect(kept?.branchLacks).toBeUndefined();
    await stage.approve(1);
    await judge.turn();
    const { head } = promotion.pullRequest!;
    expect(kept?.branchLacks).toEqual([
      { summary: 'main requires 2 approvals, and has 1', waitsFor: [] },
      {
        summary:
          'main requires that an owner of what changes approves: guest (ada in Git)',
        waitsFor: [requester],
      },
      { summary: 'main requires that e2e passes', waitsFor: [] },
      {
        summary: `main requires that commit ${head.slice(0, 7)} is signed`,
        waitsFor: ['fleet-bot'],
      },
    ]);
    said.push({
      ...said[0],
      id: 99,
      context: 'e2e',
      state: 'success',
      sha: head,
    });
    expect(await judge.turn()).toBe(1);
    expect(kept?.branchLacks).toHaveLength(3);
  });

  it('says nothing of what the branch requires where it is not told', async () => {
    const { protections } = stage.host.repository(name);
    protections.set('main', { approvals: 2 });
    await stage.approve(1);
    await judge.turn();
    expect(kept?.branchLacks).toBeUndefined();
  });

  it('takes nobody for an approver who may be the requester', async () => {
    logins = { [requester]: 'grace' };
    await stage.approve(1);
    await judge.turn();
    expect(kept?.gates[0]).toMatchObject({
      state: 'waiting',
      summary: expect.stringContaining('guest (grace in Git) asked for it'),
    });
    logins = {};
    await judge.turn();
    expect(kept?.gates[0]).toMatchObject({
      state: 'unknown',
      summary: expect.stringContaining('fleet.promotion.logins'),
    });
  });

  it('takes nobody for an approver who put a commit in the name of the bot in place of its own', async () => {
    await stage.replace(1);
    await stage.approve(1);
    await judge.turn();
    expect(kept?.gates).toContainEqual(
      expect.objectContaining({
        gate: 'approvals',
        state: 'waiting',
        summary: expect.stringContaining('grace put other commits in place'),
        evidence: expect.arrayContaining([
          expect.objectContaining({
            summary: expect.stringContaining('cannot approve them'),
          }),
        ]),
      }),
    );
  });

  it('takes nobody for an approver where the host does not tell our account', async () => {
    logins = { [requester]: 'grace' };
    stage.hosts.find(stage.config.url).host.account = async () => undefined;
    await stage.approve(1);
    await judge.turn();
    expect(kept?.gates[0]).toMatchObject({
      state: 'unknown',
      summary: expect.stringContaining('which account'),
    });
  });

  it('speaks for nothing that it has not read, and for nothing but the promotion', async () => {
    const change = async (file: string) => {
      await stage.host.commit(name, {
        branch: 'fleet/promote/bookings+production',
        message: 'Some more',
        files: { [file]: 'kind: List' },
      });
      const { host, repository } = stage.hosts.find(stage.config.url);
      return (await host.pullRequest(repository, 1)).head;
    };
    const read = promotion.pullRequest!.read!;
    await judge.turn();
    expect(kept?.gates).toHaveLength(2);

    read.head = await change(`${path}.bak`);
    promotion.pullRequest!.read = { ...read, head: promotion.id };
    await judge.turn();
    expect(kept?.gates[0]).toMatchObject({
      gate: 'change',
      state: 'waiting',
      summary: expect.stringContaining('not been read yet'),
    });
    promotion.pullRequest!.read = { ...read, problem: 'it is gone' };
    await judge.turn();
    expect(kept?.gates[0].summary).toBe('Not known: it is gone');

    read.head = await change('apps/bookings/base/other.yaml');
    promotion.pullRequest!.read = read;
    await judge.turn();
    expect(kept?.gates[0]).toMatchObject({
      gate: 'change',
      state: 'unknown',
      summary: expect.stringContaining('apps/bookings/base/other.yaml'),
    });
    expect(statuses().at(-1)).toMatchObject({ state: 'pending' });
  });

  it('says again what somebody else said over it', async () => {
    await judge.turn();
    const { head } = promotion.pullRequest!;
    const answer = await fetch(
      `${stage.host.apiUrl}/repos/${name}/statuses/${head}`,
      {
        method: 'POST',
        headers: { authorization: 'Bearer token-of-grace' },
        body: JSON.stringify({ state: 'success', context }),
      },
    );
    expect(answer.status).toBe(201);
    await judge.turn();
    expect(statuses().at(-1)).toMatchObject({ state: 'pending' });
  });

  it('shuts for what it cannot read of a file of freezes', async () => {
    freezes = [
      {
        repository: stage.config.url,
        branch: 'main',
        path: 'freezes.yaml',
        text: 'freezes: [',
      },
    ];
    await judge.turn();
    expect(kept?.gates[1]).toMatchObject({
      state: 'unknown',
      summary: expect.stringContaining('freezes.yaml, line 1'),
    });
    expect(statuses()[0].description).toBe('0 of 2 open. No freeze, Approvals');
    for (const [files, words] of [
      [[], 'not been read yet'],
      [[{ ...freezes[0], text: '', problem: 'no answer' }], 'no answer'],
    ] as const) {
      freezes = [...files];
      await judge.turn();
      expect(kept?.gates[1]).toMatchObject({
        state: 'unknown',
        summary: expect.stringContaining(words),
      });
    }
  });

  it('tells once when what waits is frozen, and when that ends', async () => {
    const opened = Date.parse(promotion.pullRequest!.createdAt);
    const at = (minutes: number) =>
      new Date(opened + minutes * 60_000).toISOString();
    const freeze = (title: string, environment: string, minutes: number[]) =>
      `  - { title: ${title}, reason: busy, environments: [${environment}], from: '${at(
        minutes[0],
      )}', until: '${at(minutes[1])}' }`;
    promotion.pullRequest!.createdAt = at(-60);
    freezes = [
      {
        repository: stage.config.url,
        branch: 'main',
        path: 'freezes.yaml',
        text: [
          'freezes:',
          freeze('Before', 'production', [-90, -70]),
          freeze('Over', 'production', [-90, -30]),
          freeze('Sale', 'production', [-10, 600]),
          freeze('Later', 'production', [500, 600]),
          freeze('Elsewhere', 'staging', [-10, 600]),
        ].join('\n'),
      },
    ];
    const events = () =>
      [...told.values()].map(({ type, at: when, summary }) => [
        type,
        when,
        summary,
      ]);
    const expected = [
      ['frozen', at(-60), 'production is frozen: Over, busy'],
      ['freeze-ended', at(-30), 'the freeze ended: Over'],
      ['frozen', at(-10), 'production is frozen: Sale, busy'],
    ];
    await judge.turn();
    expect(events()).toEqual(expected);
    await judge.turn();
    expect(events()).toEqual(expected);
    told.clear();
    promotion.action = 'rollback';
    await judge.turn();
    expect(events()).toEqual([]);
  });

  it('takes for a rollback only what ran well, and keeps out the wave after one that failed', async () => {
    freezes = [
      {
        repository: stage.config.url,
        branch: 'main',
        path: 'freezes.yaml',
        text: 'freezes: [{ title: Sale, reason: busy, environments: [production], from: 2020-01-01T00:00Z }]',
      },
    ];
    promotion.action = 'rollback';
    await judge.turn();
    expect(kept?.gates[1]).toMatchObject({ gate: 'freeze', state: 'skipped' });
    ranWell = false;
    await judge.turn();
    expect(kept?.gates[1]).toMatchObject({ gate: 'freeze', state: 'waiting' });
    promotion.state = 'failed';
    await judge.turn();
    expect(statuses().at(-1)).toMatchObject({ state: 'failure' });
  });

  it('says how the gates would stand where nothing is promoted', async () => {
    await judge.turn();
    expect(keptOfStages.production.gates[0]).toMatchObject({
      state: 'waiting',
      summary: 'Asked once the pull request is open',
    });
  });

  it('leaves the gates of what is over as they stood', async () => {
    await judge.turn();
    kept = undefined;
    await stage.close(1);
    expect(await judge.turn()).toBe(0);
    expect(kept).toBeUndefined();
  });

  it('keeps trying what a host does not take, and holds up nothing else', async () => {
    promotion.pullRequest!.number = 99;
    kept = undefined;
    expect(await judge.turn()).toBe(0);
    expect(kept).toBeUndefined();
    expect(keptOfStages.production).toBeDefined();
  });
});
