import {
  AuthenticationError,
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GithubRefusal, GithubWebhooks } from './GithubWebhooks';

/** Below `/api/fleet`; who sends has no credentials of Backstage, and signs instead. */
export const githubWebhookPath = '/webhooks/github';

/** GitHub sends up to 25 MB; of a push of thousands of commits nothing is missed, as repositories are asked anyway. */
const mostBytes = 5 * 1024 * 1024;

/** The route that GitHub sends its events to. It comes before those that parse what they are sent. */
export function createGithubWebhook(
  webhooks: Pick<GithubWebhooks, 'receive'>,
): Router {
  const router = PromiseRouter();
  router.post(
    githubWebhookPath,
    express.raw({ type: () => true, limit: mostBytes, inflate: false }),
    async (request, response) => {
      const refusal = await webhooks.receive({
        // An empty body is left as it was.
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        signature: request.get('x-hub-signature-256'),
        event: request.get('x-github-event'),
      });
      if (refusal) {
        throw errorOf(refusal);
      }
      response.status(202).end();
    },
  );
  return router;
}

function errorOf(refusal: GithubRefusal): Error {
  switch (refusal) {
    case 'malformed':
      return new InputError(
        'This is no event of GitHub in JSON: set the content type of the webhook to application/json.',
      );
    case 'replayed':
      return new ConflictError('This event has come before.');
    case 'too-many':
      return new ServiceUnavailableError(
        'This repository sends more events than are taken; it is asked twice a minute anyway.',
      );
    default:
      return new AuthenticationError(
        'X-Hub-Signature-256 is not made with the secret that is configured for this repository, or none is.',
      );
  }
}
