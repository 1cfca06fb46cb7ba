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

/** A browser without a screen: keeps the cookie, follows redirects by itself. */
class Visitor {
  #cookie = '';

  constructor(private readonly host: GitHost) {}

  async get(path: string) {
    const response = await fetch(`${this.host.url}${path}`, {
      headers: { cookie: this.#cookie },
    });
    return { response, text: await response.text() };
  }

  async send(
    path: string,
    fields: Record<string, string>,
    origin = this.host.url,
  ) {
    const response = await fetch(`${this.host.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.#cookie, origin },
      body: new URLSearchParams(fields),
    });
    this.#cookie =
      response.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie;
    return { response, text: await response.text() };
  }

  async actAs(login: string) {
    await this.send('/-/acting-as', { login, back: '/' });
  }
}

describe('the pages of the Git host', () => {
  let host: GitHost;
  let visitor: Visitor;

  beforeEach(async () => {
    host = await startHost({ protections: { main: { approvals: 1 } } });
    visitor = new Visitor(host);
  });
  afterEach(() => host.stop());

  const open = async (options: { title?: string; body?: string } = {}) => {
    const bot = octokit(host);
    const sha = await propose(bot, 'fleet/scale/web', {
      'apps/web/deployment.yaml': 'replicas: 2 # <b>\nimage: web:1\n',
    });
    await bot.rest.pulls.create({
      ...address,
      head: 'fleet/scale/web',
      base: 'main',
      title: 'Scale web',
      ...options,
    });
    return sha;
  };
  const pull = async () =>
    (await octokit(host).rest.pulls.get({ ...address, pull_number: 1 })).data;

  it('shows repositories, files, commits and differences', async () => {
    const head = await open();
    for (const [path, shown] of [
      ['/', 'Scale web'],
      ['/platform/fleet', 'apps/'],
      ['/platform/fleet/tree/main/apps/web', 'deployment.yaml'],
      ['/platform/fleet/blob/main/apps/web/deployment.yaml', 'replicas: 1'],
      [
        '/platform/fleet/blob/fleet/scale/web/apps/web/deployment.yaml',
        'replicas: 2 # &lt;b&gt;',
      ],
      ['/platform/fleet/raw/main/README.md', '# Fleet'],
      ['/platform/fleet/commits/main', 'Begin'],
      [`/platform/fleet/commit/${head}`, '+replicas: 2'],
      ['/platform/fleet/compare/main...fleet/scale/web', '+replicas: 2'],
      ['/platform/fleet/pulls', '#1 by fleet-bot'],
      ['/platform/fleet/pull/1.diff', '+replicas: 2'],
    ]) {
      const { response, text } = await visitor.get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(text).toContain(shown);
    }
    for (const path of [
      '/platform/other',
      '/platform/fleet/pull/2',
      '/platform/fleet/blob/main/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '/platform/fleet/tree/nowhere',
    ]) {
      expect((await visitor.get(path)).response.status).toBe(404);
    }
    expect(
      (await visitor.get('/platform/fleet/commits/%ff')).response.status,
    ).toBe(400);
  });

  it('takes nothing that comes from others for markup', async () => {
    await open({
      title: '<script>alert(1)</script>',
      body: '**bold** <img src=x onerror=alert(1)> [here](javascript:alert(1))\n<!-- {"action":"scale"} -->\n\n<details><summary>More <b>or</b> less</summary>\n\n- ~~some~~\n\n</details>\n\n<details ontoggle=alert(1)>',
    });
    const { response, text } = await visitor.get('/platform/fleet/pull/1');
    expect(text).toContain('<strong>bold</strong>');
    expect(text).toContain('&lt;script&gt;');
    expect(text).toMatch(
      /<details><summary>More &lt;b&gt;or.*<li><s>some<\/s><\/li>.*<\/details>/s,
    );
    expect(text).not.toMatch(
      /<script|<img|<b>|<details o|href="javascript|"action"/,
    );
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it('reviews and merges as whom the visitor acts', async () => {
    const head = await open();
    const page = '/platform/fleet/pull/1';
    await visitor.actAs('fleet-bot');
    expect((await visitor.get(page)).text).toContain(
      'Nobody approves what they propose',
    );
    const own = await visitor.send(`${page}/review`, { verdict: 'APPROVE' });
    expect(own.response.status).toBe(422);
    expect(own.text).toContain('Can not approve your own pull request');

    await visitor.actAs('grace');
    const early = await visitor.send(`${page}/merge`, { method: 'merge' });
    expect(early.response.status).toBe(405);
    expect(early.text).toContain('At least 1 approving review is required');
    await visitor.send(`${page}/review`, {
      verdict: 'REQUEST_CHANGES',
      body: 'Too many',
    });
    expect((await visitor.get(page)).text).toContain(
      'Changes have been requested',
    );
    await visitor.send(`${page}/review`, { verdict: 'APPROVE' });
    expect((await visitor.get(page)).text).toContain('It can be merged.');

    const stale = await visitor.send(`${page}/merge`, {
      method: 'squash',
      sha: '0'.repeat(40),
    });
    expect(stale.response.status).toBe(409);
    const { response } = await visitor.send(`${page}/merge`, {
      method: 'squash',
      sha: head,
    });
    expect(response.status).toBe(303);
    expect(await pull()).toMatchObject({ merged_by: { login: 'grace' } });
    expect(await host.readFiles(name, 'main', 'apps/web')).toMatchObject({
      'apps/web/deployment.yaml': 'replicas: 2 # <b>\nimage: web:1\n',
    });
  });

  it('closes and reopens', async () => {
    await open();
    await visitor.send('/platform/fleet/pull/1/close', {});
    expect((await pull()).state).toBe('closed');
    expect((await visitor.get('/platform/fleet/pull/1')).text).toContain(
      'Reopen',
    );
    await visitor.send('/platform/fleet/pull/1/reopen', {});
    expect((await pull()).state).toBe('open');
  });

  it('proposes what somebody makes of a file', async () => {
    const path = '/apps/web/deployment.yaml';
    const page = `/platform/fleet/edit/main${path}`;
    await visitor.actAs('ada');
    const file = await visitor.get(`/platform/fleet/blob/main${path}`);
    expect(file.text).toContain(`href="${page}"`);
    const { text } = await visitor.get(page);
    const [, sha] = /name="sha" value="(\w+)"/.exec(text)!;
    const changed = {
      sha,
      text: 'replicas: 3 # </textarea>\r\n',
      message: 'Scale web to 3',
    };
    for (const [wrong, status, words] of [
      [
        { ...changed, text: 'replicas: 1\r\nimage: web:1\r\n' },
        422,
        'Nothing of apps/web',
      ],
      [{ ...changed, message: ' ' }, 422, 'What it changes has to be said'],
      [{ ...changed, sha: '1' }, 409, 'was changed meanwhile'],
    ] as const) {
      const { response, text: again } = await visitor.send(page, wrong);
      expect([response.status, again]).toEqual([
        status,
        expect.stringContaining(words),
      ]);
      // What was typed is still there.
      expect(again).toContain(wrong.text.slice(0, 11));
    }
    for (const number of [1, 2]) {
      const { response } = await visitor.send(page, changed);
      expect(response.status).toBe(303);
      const next = response.headers.get('location')!;
      expect(next).toBe(`/platform/fleet/pull/${number}`);
      expect((await visitor.get(next)).text).toContain(
        '+replicas: 3 # &lt;/textarea&gt;',
      );
    }
    expect(await pull()).toMatchObject({
      title: 'Scale web to 3',
      user: { login: 'ada' },
      head: { ref: 'ada-patch-1' },
      base: { ref: 'main' },
    });
    expect(await host.readFiles(name, 'ada-patch-1', 'apps/web')).toMatchObject(
      {
        'apps/web/deployment.yaml': 'replicas: 3 # </textarea>\n',
      },
    );
    await visitor.actAs('reader');
    expect((await visitor.get(page)).response.status).toBe(403);
    expect((await visitor.send(page, changed)).response.status).toBe(403);
  });

  it('lets nobody else press its buttons', async () => {
    await open();
    const close = '/platform/fleet/pull/1/close';
    for (const origin of ['http://evil.example.com', 'null']) {
      const { response } = await visitor.send(close, {}, origin);
      expect(response.status).toBe(403);
    }
    await visitor.actAs('reader');
    expect((await visitor.send(close, {})).response.status).toBe(403);
    await visitor.actAs('stranger');
    expect((await visitor.send(close, {})).response.status).toBe(404);
    expect((await visitor.get('/platform/fleet')).response.status).toBe(404);
    expect((await pull()).state).toBe('open');
    const away = await visitor.send('/-/acting-as', {
      login: 'ada',
      back: '//evil.example.com/',
    });
    expect(away.response.headers.get('location')).toBe('/');
  });
});
