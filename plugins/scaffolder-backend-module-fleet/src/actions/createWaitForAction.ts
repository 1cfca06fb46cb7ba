import { setTimeout } from 'node:timers/promises';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { callerOf } from '../caller/callerOf';
import { lookAtApplication } from '../waiting/lookAtApplication';
import { lookAtClaim } from '../waiting/lookAtClaim';
import type { Sight } from '../waiting/Sight';
import type { FleetActionServices } from '../FleetActionServices';
import { examples } from './createWaitForAction.examples';

const betweenLooks = 5_000;

/** Waits until a claim is ready, or an application runs a revision. */
export function createWaitForAction(services: FleetActionServices) {
  const { client } = services;
  return createTemplateAction({
    id: 'fleet:wait-for',
    description:
      'Waits until a claim is ready, or until an application is healthy at a revision, and tells in the log what changes meanwhile. Takes a slot of the task queue and the token of who started it, which ends within the hour: for what takes longer, the portal tells on the page of the claim.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        claim: z => z.string().optional().describe('Id of a claim.'),
        application: z =>
          z
            .object({
              cluster: z
                .string()
                .describe('The cluster that its object lies in.'),
              namespace: z.string().optional(),
              name: z.string(),
            })
            .optional()
            .describe('An application of Flux or Argo CD.'),
        revision: z =>
          z
            .string()
            .regex(/^[\w./:@-]{4,200}$/)
            .optional()
            .describe(
              'The commit that the application is to run, or the beginning of its hash. Any when absent.',
            ),
        timeoutMinutes: z =>
          z.number().positive().max(50).optional().describe('10 by default.'),
      },
      output: {
        state: z => z.string().describe('How it is in the end.'),
        summary: z => z.string().describe('The same in words.'),
      },
    },
    async handler(context) {
      const {
        claim,
        application,
        revision,
        timeoutMinutes = 10,
      } = context.input;
      if ((claim === undefined) === (application === undefined)) {
        throw new InputError('Either claim or application is to be given');
      }
      if (context.isDryRun) {
        context.logger.info(
          `Would wait for up to ${timeoutMinutes} minutes for ${
            claim ? `claim ${claim}` : `application ${application?.name}`
          }`,
        );
        return;
      }
      // With a token of its own each time: they do not live as long as this may take.
      const look = async (): Promise<Sight> => {
        const caller = await callerOf(context, services);
        return application
          ? lookAtApplication(client, { ...application, revision }, caller)
          : lookAtClaim(client, claim!, caller);
      };

      const end = Date.now() + timeoutMinutes * 60_000;
      let told: string | undefined;
      for (;;) {
        const sight = await look();
        if (sight.line !== told) {
          context.logger.info(sight.line);
          told = sight.line;
        }
        if (sight.arrived) {
          context.output('state', sight.state);
          context.output('summary', sight.line);
          return;
        }
        if (Date.now() >= end) {
          throw new Error(
            `Not there after ${timeoutMinutes} minutes: ${sight.line}. It goes on without this task`,
          );
        }
        await setTimeout(Math.min(betweenLooks, end - Date.now()), undefined, {
          signal: context.signal,
        });
      }
    },
  });
}
