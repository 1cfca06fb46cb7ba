import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  address,
  name,
  octokit,
  propose,
  startHost,
} from '../__testUtils__/startHost';
import type { GitHost } from '../GitHost';

// Each request runs git a few times.
jest.setTimeout(60_000);

const secret = 'between the two of us';

interface Delivery {
  event: string;
  signature: string;
  body: string;
  payload: any;
}

describe('webhooks', () => {
  let host: GitHost;
  let receiver: Server;
  let deliveries: Delivery[];
  let url: string;

  beforeEach(async () => {
    deliveries = [];
    receiver = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const body = Buffer.concat(chunks).toString('utf8');
      deliveries.push({
        event: String(request.headers['x-github-event']),
        signature: String(request.headers['x-hub-signature-256']),
        body,
        payload: JSON.parse(body),
      });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    host = await startHost({
      deletesMergedBranches: true,
      webhooks: [{ url, secret, events: ['*'] }],
    });
  });
  afterEach(async () => {
    await host.stop();
    receiver.close();
  });

  const told = async () => {
    await host.webhooks.settle();
    return deliveries
      .map(
        ({ event, payload }) =>
          `${event} ${payload.action ?? payload.ref ?? payload.state}`,
      )
      .sort();
  };

  it('tell what happens to a pull request, signed', async () => {
    const bot = octokit(host);
    const sha = await propose(bot, 'change', { 'a.yaml': 'a: 1\n' });
    const { data: pull } = await bot.rest.pulls.create({
      ...address,
      head: 'change',
      base: 'main',
      title: 'Change',
    });
    await bot.rest.repos.createCommitStatus({
      ...address,
      sha,
      state: 'success',
    });
    await bot.rest.checks.create({ ...address, head_sha: sha, name: 'lint' });
    const asked = { ...address, pull_number: pull.number };
    await octokit(host, 'grace').rest.pulls.createReview({
      ...asked,
      event: 'APPROVE',
    });
    await bot.rest.pulls.merge(asked);
    expect(await told()).toEqual([
      'check_run created',
      'pull_request closed',
      'pull_request opened',
      'pull_request_review submitted',
      'push refs/heads/change',
      'push refs/heads/change',
      'push refs/heads/main',
      'status success',
    ]);
    expect(await host.headOf(name, 'change')).toBeUndefined();
    for (const { body, signature, payload } of deliveries) {
      const hmac = createHmac('sha256', secret).update(body).digest('hex');
      expect(signature).toBe(`sha256=${hmac}`);
      expect(payload.repository.full_name).toBe(name);
    }
    const merged = deliveries.find(
      ({ payload }) => payload.action === 'closed',
    );
    expect(merged?.payload).toMatchObject({
      number: 1,
      pull_request: { merged: true, head: { sha } },
      sender: { login: 'fleet-bot' },
    });
  });

  it('are set up over the API, and tell only what is asked for', async () => {
    const ada = octokit(host, 'ada').rest.repos;
    const [first] = (await ada.listWebhooks(address)).data;
    expect(JSON.stringify(first)).not.toContain(secret);
    await ada.deleteWebhook({ ...address, hook_id: first.id });
    await host.commit(name, { message: 'Unheard', files: { a: '1' } });
    await expect(
      ada.createWebhook({ ...address, config: { url: 'no address' } }),
    ).rejects.toMatchObject({ status: 422 });
    const { data: hook } = await ada.createWebhook({
      ...address,
      config: { url, secret },
      events: ['pull_request'],
    });
    await propose(octokit(host), 'change', { 'a.yaml': 'a: 1\n' });
    await octokit(host).rest.pulls.create({
      ...address,
      head: 'change',
      base: 'main',
      title: 'Change',
    });
    expect(await told()).toEqual(['pull_request opened']);
    expect(
      (await ada.getWebhook({ ...address, hook_id: hook.id })).data,
    ).toMatchObject({
      events: ['pull_request'],
      config: { url },
    });
  });
});
