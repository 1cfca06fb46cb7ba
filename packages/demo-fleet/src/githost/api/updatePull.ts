import { listRefs } from '../git/refs';
import { validationFailed } from '../http/ApiError';
import type { WriteRequest } from '../http/ApiRequest';
import type { PullRequest } from '../model/PullRequest';
import { announcePull } from '../webhooks/announcePull';
import { checkTexts } from './openPull';

/** Changes what a body names of a pull request. */
export async function updatePull(
  {
    host,
    repository,
    person,
    fields,
  }: Pick<WriteRequest, 'host' | 'repository' | 'person' | 'fields'>,
  pull: PullRequest,
): Promise<void> {
  const title = fields.optionalText('title')?.trim() ?? pull.title;
  const body = fields.has('body') ? fields.optionalText('body') : pull.body;
  checkTexts(title, body);
  const state = fields.oneOf('state', ['open', 'closed']) ?? pull.state;
  const base = fields.optionalText('base') ?? pull.base;
  const heads = await listRefs(repository.git, 'refs/heads/');
  const shaOf = (branch: string) =>
    heads.find(({ name }) => name === `refs/heads/${branch}`)?.sha;
  const baseSha = shaOf(base);
  const headSha = shaOf(pull.head);
  if (!baseSha) {
    throw validationFailed({
      resource: 'PullRequest',
      field: 'base',
      code: 'invalid',
    });
  }
  const reopens = state === 'open' && pull.state === 'closed';
  if (reopens && (pull.merged || !headSha)) {
    throw validationFailed({
      resource: 'PullRequest',
      field: 'state',
      code: 'invalid',
      message: `state cannot be changed. The ${
        pull.merged
          ? 'pull request has been merged'
          : `${pull.head} branch has been deleted`
      }.`,
    });
  }
  const closes = state === 'closed' && pull.state === 'open';
  const edits =
    title !== pull.title || body !== pull.body || base !== pull.base;
  const now = new Date();
  Object.assign(pull, {
    title,
    body,
    state,
    base,
    updatedAt: now,
    ...(closes && { closedAt: now }),
    ...(reopens && { closedAt: undefined }),
    ...(state === 'open' && { headSha, baseSha }),
  } satisfies Partial<PullRequest>);
  const actions = [
    ...(edits ? ['edited'] : []),
    ...(closes ? ['closed'] : []),
    ...(reopens ? ['reopened'] : []),
  ];
  for (const action of actions) {
    announcePull(host, repository, pull, { action, by: person });
  }
}
