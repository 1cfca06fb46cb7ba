import { updatePull } from '../api/updatePull';
import { ApiError, forbidden } from '../http/ApiError';
import { Fields } from '../http/Fields';
import { concludeMerge } from '../model/concludeMerge';
import type { HostedRepository } from '../model/HostedRepository';
import { mergeMethods } from '../model/mergePull';
import type { PullRequest } from '../model/PullRequest';
import { reviewPull, verdicts } from '../model/reviewPull';
import { announcePull } from '../webhooks/announcePull';
import type { PageRequest } from './PageRequest';

const verdictNames = Object.keys(verdicts) as (keyof typeof verdicts)[];

type Act = (
  request: PageRequest,
  repository: HostedRepository,
  pull: PullRequest,
) => unknown;

/** What the buttons of a pull request do, by the end of their path. */
const acts: Readonly<Record<string, Act>> = {
  review({ host, person, form }, repository, pull) {
    reviewPull(host, repository, pull, {
      by: person,
      verdict: choice(form, 'verdict', verdictNames),
      body: form.get('body') ?? '',
    });
  },
  merge: ({ host, person, form }, repository, pull) =>
    concludeMerge(host, repository, pull, {
      by: person,
      method: choice(form, 'method', mergeMethods),
      sha: form.get('sha') ?? undefined,
    }),
  close: ({ host, person }, repository, pull) =>
    updatePull(
      { host, repository, person, fields: new Fields({ state: 'closed' }) },
      pull,
    ),
  reopen: ({ host, person }, repository, pull) =>
    updatePull(
      { host, repository, person, fields: new Fields({ state: 'open' }) },
      pull,
    ),
  ready({ host, person }, repository, pull) {
    pull.draft = false;
    announcePull(host, repository, pull, {
      action: 'ready_for_review',
      by: person,
    });
  },
};

/** Does what a button says, as whom the reader acts. */
export async function act(
  request: PageRequest,
  repository: HostedRepository,
  pull: PullRequest,
): Promise<void> {
  if (!request.person.may('write', repository.fullName)) {
    throw forbidden();
  }
  const name = request.parameters.action;
  if (!Object.hasOwn(acts, name)) {
    throw new ApiError(404, `There is no button "${name}"`);
  }
  await repository.exclusively(async () =>
    acts[name](request, repository, pull),
  );
}

function choice<T extends string>(
  form: URLSearchParams,
  field: string,
  known: readonly T[],
): T {
  const found = known.find(item => item === form.get(field));
  if (!found) {
    throw new ApiError(422, `"${field}" must be one of ${known.join(', ')}`);
  }
  return found;
}
