import { promotionActions } from '../../promotion/PromotionAction';
import { get, inPath, inQuery, paging, post } from './route';

const range = [
  inQuery('from', 'Not before then.', { type: 'string', format: 'date-time' }),
  inQuery('until', 'Not after then.', { type: 'string', format: 'date-time' }),
];

/** How applications move through their stages. */
export const promotionPaths = {
  '/pipelines': get(
    'listPipelines',
    'Every application that has a pipeline.',
    'PipelineList',
    paging,
  ),
  '/pipelines/{entityRef}': get(
    'getPipelines',
    'The pipelines of an entity, by its ref: what each stage runs, what the next one lacks, and its gates.',
    'EntityPipelines',
    [inPath('entityRef')],
  ),
  '/promotions': get(
    'listPromotions',
    'Every promotion; what waits for a person first.',
    'PromotionList',
    paging,
  ),
  '/promotions/{id}': get(
    'getPromotion',
    'One promotion, with what became of it.',
    'PromotionDetail',
    [inPath('id')],
  ),
  '/promotions/plan': post(
    'planPromotion',
    'What a promotion or a rollback would change. It makes nothing.',
    'PromotionPlan',
    [],
    {
      type: 'object',
      additionalProperties: false,
      required: ['pipelineId', 'action', 'stage'],
      properties: {
        pipelineId: { type: 'string' },
        action: { type: 'string', enum: [...promotionActions] },
        stage: { type: 'string', description: 'That is to change.' },
        from: {
          type: 'string',
          description:
            'Absent: the stage before it; needed where there are several.',
        },
        revision: {
          type: 'string',
          description:
            'Of a rollback: the commit of the base to go back to; absent: the last one that ran well.',
        },
        reason: {
          type: 'string',
          maxLength: 1000,
          description: 'Of who asks, for the pull request.',
        },
      },
    },
  ),
  '/promotion-events': get(
    'listPromotionEvents',
    'Who did what with promotions and freezes, newest first.',
    'PromotionEventList',
    [...paging, ...range],
  ),
  '/promotion-statistics': get(
    'getPromotionStatistics',
    'How often and how fast teams promote.',
    'PromotionStatistics',
    [
      inQuery('days', 'Of how many days. 30 when absent.', {
        type: 'integer',
        minimum: 1,
        maximum: 365,
      }),
    ],
  ),
  '/freezes': get(
    'listFreezes',
    'Times in which nothing is promoted, as Git has them.',
    'FreezeList',
    range,
  ),
  '/freezes/check': post(
    'checkFreezes',
    'What a file of freezes would say, before it is in Git: its times, and what of it cannot be read. It makes nothing.',
    'FreezeList',
    range,
    {
      type: 'object',
      additionalProperties: false,
      required: ['text'],
      properties: {
        text: {
          type: 'string',
          maxLength: 200000,
          description: 'Of the whole file.',
        },
      },
    },
  ),
};
