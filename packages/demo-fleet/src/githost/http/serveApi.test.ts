import { once } from 'node:events';
import { request } from 'node:http';
import type { Octokit } from '@octokit/rest';
import { failure } from '../__testUtils__/failure';
import { address, name, octokit, startHost } from '../__testUtils__/startHost';
import { outage, rateLimited, secondarilyRateLimited } from '../Fault';
import type { GitHost } from '../GitHost';

// Each request runs git a few times.
jest.setTimeout(60_000);

describe('answers of the API', () => {
  let host: GitHost;
  let bot: Octokit;
  let main: string;

  beforeEach(async () => {
    host = await startHost();
    bot = octokit(host);
    main = (await host.headOf(name, 'main'))!;
  });
  afterEach(() => host.stop());

  it('signs in, and shows nobody what they may not see', async () => {
    const { data: user } = await bot.rest.users.getAuthenticated();
    expect(user).toMatchObject({ login: 'fleet-bot', type: 'User' });
    const { data: repository } = await bot.rest.repos.get(address);
    expect(repository).toMatchObject({
      full_name: name,
      default_branch: 'main',
      clone_url: `${host.url}/platform/fleet.git`,
      permissions: { push: true, admin: false },
    });
    const wrong = new (octokit(host).constructor as typeof Octokit)({
      baseUrl: host.apiUrl,
      auth: 'wrong',
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    expect(await failure(wrong.rest.repos.get(address))).toMatchObject({
      status: 401,
      data: { message: 'Bad credentials', status: '401' },
    });
    for (const as of ['stranger', 'nobody'] as const) {
      expect(
        await failure(octokit(host, as).rest.repos.get(address)),
      ).toMatchObject({ status: 404, data: { message: 'Not Found' } });
    }
    expect(
      await failure(
        octokit(host, 'reader').rest.git.createBlob({
          ...address,
          content: '',
        }),
      ),
    ).toMatchObject({
      status: 403,
      data: { message: expect.stringContaining('not accessible') },
    });
    expect(await failure(bot.rest.repos.listWebhooks(address))).toMatchObject({
      status: 403,
    });
  });

  it('hands long lists out in pages', async () => {
    for (let index = 0; index < 5; index++) {
      await host.commit(name, {
        files: { 'count.txt': `${index}` },
        message: `Count ${index}`,
      });
    }
    const first = await bot.rest.repos.listCommits({ ...address, per_page: 2 });
    expect(first.headers.link).toMatch(
      /page=2>; rel="next", <[^>]+page=3>; rel="last"/,
    );
    const all = await bot.paginate(bot.rest.repos.listCommits, {
      ...address,
      per_page: 2,
    });
    expect(all.map(({ commit }) => commit.message)).toEqual([
      'Count 4',
      'Count 3',
      'Count 2',
      'Count 1',
      'Count 0',
      'Begin',
    ]);
  });

  it('answers what is known already at no cost', async () => {
    const { headers } = await bot.rest.repos.get(address);
    const again = await failure(
      bot.request('GET /repos/{owner}/{repo}', {
        ...address,
        headers: { 'if-none-match': headers.etag },
      }),
    );
    expect(again.status).toBe(304);
    const { data } = await bot.rest.rateLimit.get();
    expect(data.rate).toMatchObject({ limit: 5000, used: 1, remaining: 4999 });
    expect(headers['x-ratelimit-remaining']).toBe('4999');
  });

  it('lets nobody ask more than they may', async () => {
    await host.stop();
    host = await startHost({}, { rateLimit: 2 });
    const poor = octokit(host);
    await poor.rest.repos.get(address);
    await poor.rest.repos.get(address);
    expect(await failure(poor.rest.repos.get(address))).toMatchObject({
      status: 403,
      data: { message: expect.stringContaining('rate limit exceeded') },
    });
    await octokit(host, 'grace').rest.repos.get(address);
  });

  it('fails as it is told to', async () => {
    const ask = () => failure(bot.rest.repos.get(address));
    host.fail({ ...outage(502), after: 1, times: 1 });
    expect((await ask()).status).toBeUndefined();
    expect((await ask()).status).toBe(502);
    expect((await ask()).status).toBeUndefined();
    host.fail(rateLimited());
    expect((await ask()).status).toBe(403);
    host.fail(secondarilyRateLimited());
    expect((await ask()).data?.message).toContain('secondary rate limit');
    host.fail({ answer: 'hang-up' });
    expect((await ask()).status).toBe(500);

    // The worst of them: it was done, and nobody learns of it.
    host.fail({ methods: ['POST'], answerIsLost: true });
    const made = bot.rest.git.createRef({
      ...address,
      ref: 'refs/heads/made',
      sha: main,
    });
    expect((await failure(made)).status).toBe(500);
    host.heal();
    expect(await host.headOf(name, 'made')).toBe(main);
    expect(host.requests.map(({ status }) => status)).toEqual([
      200, 502, 200, 403, 403, 0, 0,
    ]);
  });

  it('is slow where it is told to, and answers all the same', async () => {
    host.fail({ delayMs: 50, times: 1 });
    const hasty = fetch(`${host.apiUrl}/rate_limit`, {
      signal: AbortSignal.timeout(10),
    });
    await expect(hasty).rejects.toMatchObject({ name: 'TimeoutError' });
    host.fail({ delayMs: 10 });
    expect((await bot.rest.repos.get(address)).status).toBe(200);
  });

  it('answers to the name of this machine only', async () => {
    const { port } = new URL(host.url);
    const asked = request({
      port,
      path: '/platform/fleet',
      headers: { host: `rebound.example.com:${port}` },
    }).end();
    const [{ statusCode }] = await once(asked, 'response');
    expect(statusCode).toBe(421);
  });

  it('takes no body that it cannot read', async () => {
    const post = (body: string) =>
      fetch(`${host.apiUrl}/repos/${name}/pulls`, {
        method: 'POST',
        headers: { authorization: 'Bearer token-of-bot' },
        body,
      });
    for (const [body, status, words] of [
      ['{', 400, 'Problems parsing JSON'],
      ['[]', 400, 'Body should be a JSON object'],
      ['{}', 422, `"title" wasn't supplied`],
      ['{"title": 1}', 422, '1 is not a string'],
    ] as const) {
      const response = await post(body);
      expect(response.status).toBe(status);
      expect(await response.text()).toContain(
        JSON.stringify(words).slice(1, -1),
      );
    }
    const elsewhere = await fetch(`${host.apiUrl}/repos/${name}/nothing`, {
      headers: { authorization: 'Bearer token-of-bot' },
    });
    expect(elsewhere.status).toBe(404);
  });
});
