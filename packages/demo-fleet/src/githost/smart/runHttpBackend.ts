import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import { refusalOf } from '../model/Protection';

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  repository: HostedRepository;
  person: Person | undefined;
  /** Behind the repository's: `/info/refs`. */
  path: string;
  query: string;
}

/** Has git's own CGI program answer, and leaves it to the caller to end that. */
export async function runHttpBackend(exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const child = spawn('git', ['http-backend'], {
    env: environmentOf(exchange),
  });
  let header = Buffer.alloc(0);
  let isBody = false;
  child.stdout.on('data', (chunk: Buffer) => {
    if (isBody) {
      response.write(chunk);
      return;
    }
    header = Buffer.concat([header, chunk]);
    const end = header.indexOf('\r\n\r\n');
    if (end >= 0) {
      isBody = true;
      writeHead(response, header.subarray(0, end).toString('latin1'));
      response.write(header.subarray(end + 4));
    }
  });
  const stderr: Buffer[] = [];
  child.stderr.on('data', chunk => stderr.push(chunk));
  // Who hangs up is not waited for.
  response.once('close', () => child.kill());
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  await new Promise(resolve => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  if (!isBody) {
    const said = Buffer.concat(stderr).toString('utf8').trim();
    response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    response.write(
      `git http-backend does not answer (${said}): install git 2.38 or newer with it\n`,
    );
  }
}

function writeHead(response: ServerResponse, header: string): void {
  let status = 200;
  for (const line of header.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      status = Number.parseInt(value, 10);
    } else {
      response.setHeader(name, value);
    }
  }
  response.writeHead(status);
}

function environmentOf({
  request,
  repository,
  person,
  path,
  query,
}: Exchange): NodeJS.ProcessEnv {
  const { headers, method } = request;
  const guarded = [...repository.protections].map(
    ([branch, protection]) => `refs/heads/${branch}\t${refusalOf(protection)}`,
  );
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_PROJECT_ROOT: repository.git.path,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: path,
    QUERY_STRING: query,
    REQUEST_METHOD: method,
    CONTENT_TYPE: headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
    ...(person && { REMOTE_USER: person.login, REMOTE_ADDR: '127.0.0.1' }),
    // For the hook that keeps protected branches.
    PROTECTED_REFS: guarded.join('\n'),
  };
}
