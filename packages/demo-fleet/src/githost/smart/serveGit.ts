import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitHost } from '../GitHost';
import { listRefs, noCommit } from '../git/refs';
import { identify } from '../http/identify';
import type { HostedRepository } from '../model/HostedRepository';
import { refMoved } from '../model/moveRef';
import type { Person } from '../model/Person';
import { runHttpBackend } from './runHttpBackend';

/** Answers what git asks to clone, fetch and push; says whether that is what was asked. */
export async function serveGit(
  host: GitHost,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const [, name, question] =
    /^\/([^/]+\/[^/]+?)(?:\.git)?(\/info\/refs|\/git-(?:upload|receive)-pack)$/.exec(
      url.pathname,
    ) ?? [];
  if (!question) {
    return false;
  }
  const pushes = `${question}${url.search}`.includes('git-receive-pack');
  const caller = identify(request.headers.authorization, host.people.values());
  const person = caller?.person;
  const repository = host.repositories.get(name);
  const mayRead =
    repository?.isPublic || person?.may('read', repository?.fullName ?? '');
  if (!caller || (!person && (pushes || !mayRead))) {
    refuse(response, 401, 'Sign in with a token as the password');
  } else if (!repository || !mayRead) {
    refuse(response, 404, 'Repository not found.');
  } else if (pushes && !person?.may('write', name)) {
    refuse(
      response,
      403,
      `Permission to ${name}.git denied to ${person?.login}.`,
    );
  } else {
    const serve = () =>
      runHttpBackend({
        request,
        response,
        repository,
        person,
        path: question,
        query: url.search.slice(1),
      });
    await (person && question === '/git-receive-pack'
      ? repository.exclusively(() => push(host, repository, person, serve))
      : serve());
    // Who has pushed finds everything moved.
    response.end();
  }
  return true;
}

/** Git tells nobody what a push has moved. */
async function push(
  host: GitHost,
  repository: HostedRepository,
  by: Person,
  serve: () => Promise<void>,
): Promise<void> {
  const refs = async () =>
    new Map(
      (await listRefs(repository.git)).map(({ name, sha }) => [name, sha]),
    );
  const earlier = await refs();
  await serve();
  const later = await refs();
  for (const ref of new Set([...earlier.keys(), ...later.keys()])) {
    const before = earlier.get(ref) ?? noCommit;
    const after = later.get(ref) ?? noCommit;
    if (before !== after) {
      await refMoved(host, repository, { ref, before, after, by });
    }
  }
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 401 && { 'www-authenticate': 'Basic realm="GitHub"' }),
  });
  response.end(`${message}\n`);
}
