import { createHmac } from 'node:crypto';
import { mockErrorHandler } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { useDatabases } from '../../store/__testUtils__/databases';
import { FleetFixture } from '../../store/__testUtils__/FleetFixture';
import { createGithubWebhook } from './createGithubWebhook';
import { GithubWebhooks } from './GithubWebhooks';

const secret = 'a-secret-that-is-long-enough';
const other = 'another-secret-that-is-long';

describe('the webhook of GitHub', () => {
  const databases = useDatabases();
  const ask = jest.fn();
  let app: express.Express;

  beforeEach(async () => {
    ask.mockClear();
    const { store } = await FleetFixture.create(
      await databases.create('SQLite'),
    );
    app = express()
      .use(
        createGithubWebhook(
          new GithubWebhooks({
            secrets: [
              { repository: 'https://git.example.org/acme/fleet', secret },
              { repository: 'https://git.example.org/acme/web', secret: other },
            ],
            store,
            ask,
          }),
        ),
      )
      .use(mockErrorHandler());
  });

  function send(
    body: string,
    options: { key?: string; event?: string } = {},
  ): request.Test {
    const { key = secret, event = 'push' } = options;
    const hex = createHmac('sha256', key).update(body).digest('hex');
    return request(app)
      .post('/webhooks/github')
      .set('content-type', 'application/json')
      .set('x-github-event', event)
      .set('x-hub-signature-256', `sha256=${hex}`)
      .send(body);
  }

  const push = (repository: string, after = 'a') =>
    JSON.stringify({
      after,
      repository: { html_url: `https://git.example.org/${repository}` },
    });

  it('has repositories asked, once for each event', async () => {
    expect((await send(push('acme/fleet'))).status).toBe(202);
    expect(ask).toHaveBeenCalledTimes(1);
    expect((await send(push('acme/fleet'))).status).toBe(409);
    expect((await send(push('acme/fleet', 'b'))).status).toBe(202);
    expect(ask).toHaveBeenCalledTimes(2);
    const ping = await send(push('acme/fleet', 'c'), { event: 'ping' });
    expect(ping.status).toBe(202);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('believes nobody who has not the secret of that repository', async () => {
    const strange = await send(push('acme/fleet'), {
      key: 'no secret of ours',
    });
    const ofAnother = await send(push('acme/fleet'), { key: other });
    const unsigned = await request(app)
      .post('/webhooks/github')
      .send(push('acme/fleet'));
    for (const { status } of [strange, ofAnother, unsigned]) {
      expect(status).toBe(401);
    }
    expect((await send('payload=%7B%7D')).status).toBe(400);
    expect(ask).not.toHaveBeenCalled();
  });
});
