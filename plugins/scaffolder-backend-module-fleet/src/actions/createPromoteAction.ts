import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { FleetActionServices } from '../FleetActionServices';
import { makePromotion } from '../promotion/makePromotion';
import { whatCame, whatMoves } from '../promotion/promotionFields';
import { examples } from './createPromoteAction.examples';

/** Proposes to move what a stage runs on to the next. */
export function createPromoteAction(services: FleetActionServices) {
  return createTemplateAction({
    id: 'fleet:promote',
    description:
      'Proposes what a stage runs for the next one: a pull request that changes the lines that have to change, with the gates as they stand. Asked twice, or by two people, there is one pull request. A dry run shows what would move, and makes nothing.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        ...whatMoves,
        from: z =>
          z
            .string()
            .max(100)
            .optional()
            .describe(
              'The stage to promote from; by default the one before it. Needed where there are several.',
            ),
      },
      output: whatCame,
    },
    handler: context => makePromotion(context, services, 'promote'),
  });
}
