import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitHost } from '../GitHost';
import { ApiError, notFound } from '../http/ApiError';
import { readBytes } from '../http/readFields';
import { matchPath } from '../http/Route';
import type { Person } from '../model/Person';
import { forms } from './forms';
import { html } from './html';
import { layout, type PageOptions } from './layout';
import type { PageRequest } from './PageRequest';
import { pages, type PageAnswer } from './pages';
import { style } from './style';

const cookie = 'acting-as';

/** Nothing of a page runs, comes from elsewhere or is shown within another page. */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Answers people. It signs nobody in: whoever is at this machine acts as whom they choose. */
export async function servePage(
  host: GitHost,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const person = actor(host, request);
  try {
    if (request.method === 'POST') {
      await answerForm(host, { request, response, url, person });
    } else if (url.pathname === '/-/style.css') {
      response.writeHead(200, { ...headers, 'content-type': 'text/css' });
      response.end(style);
    } else {
      const form = new URLSearchParams();
      const answer = await show({ host, person, url, form });
      send(response, 200, answer, { host, person, path: url.pathname });
    }
  } catch (error) {
    const { status, message } = failureOf(error);
    const content = html`<h1>${status}</h1>
      <p>${message}</p>`;
    send(
      response,
      status,
      { title: message, content },
      { host, person, path: '/' },
    );
  }
}

async function show(
  asked: Omit<PageRequest, 'parameters'>,
): Promise<PageAnswer> {
  for (const page of pages) {
    const parameters = matchPath(page.path, asked.url.pathname);
    if (parameters) {
      return page.answer({ ...asked, parameters });
    }
  }
  throw notFound();
}

async function answerForm(
  host: GitHost,
  exchange: {
    request: IncomingMessage;
    response: ServerResponse;
    url: URL;
    person: Person;
  },
): Promise<void> {
  const { request, response, url, person } = exchange;
  if (request.headers.origin !== `http://${request.headers.host}`) {
    throw new ApiError(403, 'A form of another site changes nothing here');
  }
  const form = new URLSearchParams((await readBytes(request)).toString('utf8'));
  if (url.pathname === '/-/acting-as') {
    const chosen = host.people.get(form.get('login') ?? '');
    const back = new URL(form.get('back') ?? '/', host.url);
    redirect(response, back.origin === host.url ? back.pathname : '/', {
      ...(chosen && {
        'set-cookie': `${cookie}=${chosen.login}; Path=/; HttpOnly; SameSite=Strict`,
      }),
    });
    return;
  }
  const asked = { host, person, url, form };
  for (const { path, page, send: submit } of forms) {
    const parameters = matchPath(path, url.pathname);
    if (parameters) {
      await answerOn(page(url.pathname), response, asked, () =>
        submit({ ...asked, parameters }),
      );
      return;
    }
  }
  throw notFound();
}

/** Goes on where a form leads to, or back to the page that it is on with what is wrong. */
async function answerOn(
  path: string,
  response: ServerResponse,
  asked: Omit<PageRequest, 'parameters'>,
  submit: () => Promise<string>,
): Promise<void> {
  let next: string;
  try {
    next = await submit();
  } catch (error) {
    const { status, message } = failureOf(error);
    const { host, person } = asked;
    const page = await show({ ...asked, url: new URL(path, host.url) });
    send(response, status, page, { host, person, path, problem: message });
    return;
  }
  redirect(response, next);
}

/** As whom the reader acts: the first of the people, until they choose. */
function actor({ people }: GitHost, request: IncomingMessage): Person {
  const [, login = ''] =
    new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]+)`).exec(
      request.headers.cookie ?? '',
    ) ?? [];
  const [first] = people.values();
  return people.get(login) ?? first;
}

function send(
  response: ServerResponse,
  status: number,
  answer: PageAnswer,
  options: Pick<PageOptions, 'host' | 'person' | 'path' | 'problem'>,
): void {
  const isText = 'text' in answer;
  response.writeHead(status, {
    ...headers,
    'content-type': `text/${isText ? 'plain' : 'html'}; charset=utf-8`,
  });
  response.end(isText ? answer.text : layout({ ...options, ...answer }));
}

function redirect(
  response: ServerResponse,
  path: string,
  more: Record<string, string> = {},
): void {
  // Two slashes would lead to another host.
  const location = `/${path.replace(/^\/+/, '')}`;
  response.writeHead(303, { ...headers, ...more, location }).end();
}

function failureOf(error: unknown): { status: number; message: string } {
  if (error instanceof ApiError) {
    return error;
  }
  if (error instanceof URIError) {
    return { status: 400, message: 'This address is not encoded well' };
  }
  process.stderr.write(`demo-fleet: a page of the Git host failed: ${error}\n`);
  return { status: 500, message: 'Something went wrong here' };
}
