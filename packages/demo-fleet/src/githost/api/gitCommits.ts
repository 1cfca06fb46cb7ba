import { instant, readCommit } from '../git/commits';
import type { GitSignature } from '../git/GitFolder';
import { typeOf, writeCommit } from '../git/objects';
import { isHash } from '../git/refs';
import { created, ok } from '../http/ApiAnswer';
import { ApiError, invalidRequest, notFound } from '../http/ApiError';
import type { Fields } from '../http/Fields';
import type { RepositoryRoute } from '../http/Route';
import type { Person } from '../model/Person';
import { gitCommitShape } from '../shapes/commitShape';

export const gitCommits: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/git/commits/{sha}',
    needs: 'read',
    async answer({ host, repository, parameters: { sha } }) {
      if (!isHash(sha) || (await typeOf(repository.git, sha)) !== 'commit') {
        throw notFound();
      }
      const commit = await readCommit(repository.git, sha);
      return ok(gitCommitShape(host, repository, commit));
    },
  },
  {
    method: 'POST',
    path: '/git/commits',
    needs: 'write',
    async answer({ host, repository, person, fields }) {
      const { git } = repository;
      const message = fields.text('message');
      const tree = fields.text('tree');
      if (!isHash(tree) || (await typeOf(git, tree)) !== 'tree') {
        throw new ApiError(422, 'Tree SHA does not exist');
      }
      const parents = fields.texts('parents');
      for (const parent of parents) {
        if (!isHash(parent) || (await typeOf(git, parent)) !== 'commit') {
          throw new ApiError(
            422,
            'Parent SHA does not exist or is not a commit object',
          );
        }
      }
      const author = signatureOf(fields.object('author'), person);
      const committer = fields.has('committer')
        ? signatureOf(fields.object('committer'), person)
        : author;
      const sha = await writeCommit(git, {
        tree,
        parents,
        message,
        author,
        committer,
      });
      if (
        person.isSigned &&
        !fields.has('author') &&
        !fields.has('committer')
      ) {
        repository.verified.add(sha);
      }
      const commit = await readCommit(git, sha);
      return created(gitCommitShape(host, repository, commit));
    },
  },
];

/** Who a body says made a commit; absent: who is signed in, now. */
export function signatureOf(
  fields: Fields | undefined,
  { name, email }: Person,
): GitSignature {
  const date = fields?.optionalText('date');
  if (date !== undefined && Number.isNaN(Date.parse(date))) {
    throw invalidRequest(`For 'properties/date', ${date} is not a date-time.`);
  }
  return {
    name: fields?.text('name') ?? name,
    email: fields?.text('email') ?? email,
    date: instant(date ?? new Date()),
  };
}
