import { mergeBase } from '../git/diff';
import { listRefs } from '../git/refs';
import { validationFailed } from '../http/ApiError';
import type { WriteRequest } from '../http/ApiRequest';
import type { PullRequest } from '../model/PullRequest';
import { announcePull } from '../webhooks/announcePull';

const mostTitle = 256;
const mostBody = 65_536;

/** Opens the pull request that a body describes. */
export async function openPull(
  request: Pick<WriteRequest, 'host' | 'repository' | 'person' | 'fields'>,
): Promise<PullRequest> {
  const { host, repository, person, fields } = request;
  const title = fields.text('title').trim();
  checkTexts(title, fields.optionalText('body'));
  const head = fields.text('head').replace(`${repository.owner}:`, '');
  const base = fields.text('base');
  const heads = await listRefs(repository.git, 'refs/heads/');
  const shaOf = (field: 'head' | 'base', branch: string) => {
    const found = heads.find(({ name }) => name === `refs/heads/${branch}`);
    if (!found) {
      throw validationFailed({
        resource: 'PullRequest',
        field,
        code: 'invalid',
      });
    }
    return found.sha;
  };
  const headSha = shaOf('head', head);
  const baseSha = shaOf('base', base);
  await refuseEmpty(request, { head, base, headSha, baseSha });
  const now = new Date();
  const pull: PullRequest = {
    id: host.nextId(),
    number: repository.nextNumber,
    author: person.login,
    title,
    body: fields.optionalText('body'),
    draft: fields.optionalFlag('draft') ?? false,
    state: 'open',
    head,
    base,
    headSha,
    baseSha,
    labels: [],
    reviewers: [],
    teams: [],
    reviews: [],
    comments: [],
    forcePushes: [],
    createdAt: now,
    updatedAt: now,
  };
  repository.pulls.set(pull.number, pull);
  announcePull(host, repository, pull, { action: 'opened', by: person });
  return pull;
}

export function checkTexts(title: string, body = ''): void {
  if (title === '') {
    throw validationFailed({
      resource: 'PullRequest',
      field: 'title',
      code: 'missing_field',
    });
  }
  if (title.length > mostTitle) {
    throw validationFailed({
      resource: 'PullRequest',
      field: 'title',
      code: 'custom',
      message: `title is too long (maximum is ${mostTitle} characters)`,
    });
  }
  if (body.length > mostBody) {
    throw validationFailed({
      resource: 'PullRequest',
      field: 'body',
      code: 'custom',
      message: `body is too long (maximum is ${mostBody} characters)`,
    });
  }
}

/** Refuses one that is there already, and one that would change nothing. */
async function refuseEmpty(
  { repository }: Pick<WriteRequest, 'repository'>,
  {
    head,
    base,
    headSha,
    baseSha,
  }: Pick<PullRequest, 'head' | 'base' | 'headSha' | 'baseSha'>,
): Promise<void> {
  const custom = (message: string) =>
    validationFailed({ resource: 'PullRequest', code: 'custom', message });
  const { git, owner, pulls } = repository;
  for (const pull of pulls.values()) {
    if (pull.state === 'open' && pull.head === head && pull.base === base) {
      throw custom(`A pull request already exists for ${owner}:${head}.`);
    }
  }
  const common = await mergeBase(git, baseSha, headSha);
  if (!common) {
    throw custom(`The ${head} branch has no history in common with ${base}`);
  }
  if (common === headSha) {
    throw custom(`No commits between ${base} and ${head}`);
  }
}
