import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { FleetActionServices } from '../FleetActionServices';
import { makePromotion } from '../promotion/makePromotion';
import { whatCame, whatMoves } from '../promotion/promotionFields';
import { examples } from './createRollbackAction.examples';

/** Proposes to take a stage back to what it ran well before. */
export function createRollbackAction(services: FleetActionServices) {
  return createTemplateAction({
    id: 'fleet:rollback',
    description:
      'Proposes to take a stage back: by default to what it ran well everywhere before. It is a pull request as a promotion is, since engines that sync by themselves undo anything else.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        ...whatMoves,
        revision: z =>
          z
            .string()
            .regex(/^[0-9a-f]{7,40}$/)
            .optional()
            .describe(
              'The commit of the base to go back to; by default the last one that ran well.',
            ),
      },
      output: whatCame,
    },
    handler: context => makePromotion(context, services, 'rollback'),
  });
}
