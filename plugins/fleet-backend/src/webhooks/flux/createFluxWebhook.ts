import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { WebhookTally } from '../WebhookTally';
import type { FluxWebhooks } from './FluxWebhooks';
import { refusalOf } from './refusalOf';

/** Below `/api/fleet`; who sends has no credentials of Backstage, and signs instead. */
export const fluxWebhookPath = '/webhooks/flux';

/** A line for each of some thousand objects. */
const mostBytes = 512 * 1024;

/** The route that Flux's notification-controller sends its events to. It comes before those that parse what they are sent. */
export function createFluxWebhook(options: {
  webhooks: Pick<FluxWebhooks, 'receive' | 'nameOf'>;
  tally: Pick<WebhookTally, 'add'>;
}): Router {
  const { webhooks, tally } = options;
  const router = PromiseRouter();
  router.post(
    `${fluxWebhookPath}/:cluster`,
    express.raw({ type: () => true, limit: mostBytes, inflate: false }),
    async (request, response) => {
      const { cluster } = request.params;
      const received = await webhooks.receive(cluster, {
        // An empty body is left as it was.
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        signature: request.get('x-signature'),
      });
      tally.add(webhooks.nameOf(cluster), received.outcome);
      if (received.outcome !== 'accepted') {
        throw refusalOf(received.outcome, received.detail);
      }
      response.status(202).end();
    },
  );
  return router;
}
