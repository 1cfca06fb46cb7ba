import { promotionActions } from '../../promotion/PromotionAction';
import { promotionEventTypes } from '../../promotion/PromotionEventType';
import { promotionStates } from '../../promotion/PromotionState';
import { pullRequestFields } from './claims';
import { ofApplication } from './pipelines';
import {
  count,
  flag,
  list,
  object,
  oneOf,
  page,
  ref,
  text,
  time,
} from './shared';

/** How applications move through their stages, and what holds them. */
export const promotionSchemas = {
  PromotionAction: oneOf(promotionActions, 'What a promotion does.'),
  PromotionState: oneOf(promotionStates, 'How a promotion is.'),
  PromotionEventType: oneOf(promotionEventTypes, 'What was done.'),
  PromotionPullRequest: object(
    {
      ...pullRequestFields.properties,
      approvers: list(
        text(),
        'Those whose last word approves, as people are called.',
      ),
    },
    pullRequestFields.optional,
  ),
  PromotionWave: object(
    {
      title: text(),
      state: oneOf([
        'waiting',
        'open',
        'rolling-out',
        'done',
        'failed',
        'stopped',
      ]),
      summary: text(),
      clusters: list(ref('StageCluster')),
      pullRequest: ref('PromotionPullRequest'),
      startedAt: time,
      endedAt: time,
    },
    ['pullRequest', 'startedAt', 'endedAt'],
  ),
  Promotion: object(
    {
      id: text(),
      ...ofApplication,
      action: ref('PromotionAction'),
      from: text('The stage; absent of a rollback.'),
      to: text('The stage.'),
      environment: text(),
      state: ref('PromotionState'),
      summary: text('What it waits for, or how far it is.'),
      waitsFor: list(
        text(),
        'Logins, `team:SLUG` and entity refs of those who can go on.',
      ),
      stuck: text('Why nothing has moved for too long.'),
      version: text('The one that it brings, to show.'),
      moves: list(ref('Move')),
      requester: text('Entity ref of who asked for it.'),
      gates: list(ref('GateVerdict')),
      enforcement: ref('GateEnforcement'),
      waves: list(ref('PromotionWave')),
      pullRequest: {
        ...ref('PromotionPullRequest'),
        description: 'Of the wave that is under way.',
      },
      rollback: object(
        {
          promotionId: text(),
          url: text(),
          state: ref('PromotionState'),
          offered: flag,
        },
        ['promotionId', 'url', 'state'],
        'The way back, where something failed.',
      ),
      createdAt: time,
      mergedAt: time,
      endedAt: {
        ...time,
        description: 'Absent: more may become of it, also of one that failed.',
      },
      leadSeconds: {
        ...count,
        description: 'From the request until it ran everywhere.',
      },
    },
    [
      'from',
      'stuck',
      'version',
      'requester',
      'pullRequest',
      'rollback',
      'mergedAt',
      'endedAt',
      'leadSeconds',
    ],
  ),
  PromotionList: page('Promotion'),
  PromotionDetail: object({
    promotion: ref('Promotion'),
    events: list(ref('PromotionEvent'), 'Oldest first.'),
  }),
  PlannedFile: object({
    path: text(),
    text: text('As it will be.'),
    diff: text('In the unified form.'),
    url: text('As it is.'),
  }),
  PromotionPlan: object(
    {
      ...ofApplication,
      action: ref('PromotionAction'),
      from: text(),
      to: text(),
      repository: text(),
      base: text('The branch that the pull request is for.'),
      branch: text('That it is made from.'),
      readAt: text('The hash that files were read at.'),
      moves: list(ref('Move')),
      files: list(ref('PlannedFile')),
      notMoved: list(
        text(),
        'What differs and stays as it is: not understood, or of one stage alone.',
      ),
      waves: list(ref('StageWave')),
      wave: { ...count, description: 'The one that this change is for.' },
      title: text(),
      body: text(
        'With what moves, the evidence, the risk, the way back, and at its end the note of who asked for what.',
      ),
      labels: list(text()),
      reviewers: list(text(), 'Logins, or `team:SLUG`.'),
      draft: flag,
      gates: list(ref('GateVerdict')),
      enforcement: ref('GateEnforcement'),
      risk: object({
        environment: text(),
        clusters: list(text()),
        canary: flag,
        summary: text(),
      }),
      asks: list(text(), 'Who will be asked, in words.'),
      open: {
        ...ref('Promotion'),
        description: 'One that is under way to the same stage.',
      },
      warnings: list(text()),
      nothing: text('Why there is nothing to move; then there are no files.'),
    },
    ['from', 'wave', 'open', 'nothing'],
    'What a promotion would change, before anything is made.',
  ),
  PromotionEvent: object(
    {
      id: text(),
      at: time,
      type: ref('PromotionEventType'),
      summary: text('In words.'),
      actor: text('Login or entity ref; absent: nobody, time passed.'),
      promotionId: text(),
      application: text(),
      stage: text(),
      environment: text(),
      from: text('The version before.'),
      to: text(),
      url: text('Where Git has it.'),
      entityRefs: list(text()),
    },
    [
      'actor',
      'promotionId',
      'application',
      'stage',
      'environment',
      'from',
      'to',
      'url',
    ],
    'Who did what, when.',
  ),
  PromotionEventList: object({
    items: list(ref('PromotionEvent'), 'Newest first.'),
    totalItems: count,
    pageInfo: ref('PageInfo'),
  }),
  Freeze: object(
    {
      id: text(),
      title: text(),
      reason: text(),
      environments: list(text()),
      applications: list(text(), 'Patterns; empty: all.'),
      from: time,
      until: { ...time, description: 'Absent: until it is taken out of Git.' },
      timeZone: text(),
      cron: text('Where it recurs.'),
      active: flag,
      url: text('Where Git has it.'),
      setBy: text(
        'Entity ref or login of who asked for the last change of its file, of whichever entry.',
      ),
    },
    ['until', 'cron', 'url', 'setBy'],
    'A time in which nothing is promoted.',
  ),
  FreezeList: object(
    {
      items: list(
        ref('Freeze'),
        'Each time that falls into the range, in order.',
      ),
      titles: list(
        text(),
        'Of every entry, whatever time it is of: no two are alike.',
      ),
      problems: list(text(), 'What of the file cannot be read, and where.'),
      warnings: list(
        text(),
        'What is read and freezes nothing, and where: environments that there are none of.',
      ),
      repository: text(),
      path: text(),
      url: text(),
    },
    ['repository', 'path', 'url'],
  ),
  PromotionStatistics: object({
    items: list(
      object(
        {
          ownerRef: text('Absent: of nobody.'),
          promotions: { ...count, description: 'Done in the time asked for.' },
          rollbacks: count,
          failed: count,
          failureRate: {
            type: 'number',
            description:
              'Which part of the promotions that are done or failed did fail, from 0 to 1; absent: there were none.',
          },
          perWeek: { type: 'number' },
          medianLeadSeconds: count,
          slowestLeadSeconds: count,
          waiting: count,
          stuck: count,
        },
        ['ownerRef', 'failureRate', 'medianLeadSeconds', 'slowestLeadSeconds'],
      ),
    ),
    days: count,
  }),
};
