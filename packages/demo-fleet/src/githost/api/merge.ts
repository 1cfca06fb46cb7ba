import { mergeTrees } from '../git/mergeTrees';
import { writeCommit } from '../git/objects';
import { isAncestor } from '../git/refs';
import { noContent, ok } from '../http/ApiAnswer';
import { ApiError, notFound, validationFailed } from '../http/ApiError';
import type { RepositoryRoute } from '../http/Route';
import { concludeMerge } from '../model/concludeMerge';
import { mergeMethods, signatureFor } from '../model/mergePull';
import { moveRef } from '../model/moveRef';
import { pullOf } from './pullOf';

export const merge: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/pulls/{number}/merge',
    needs: 'read',
    answer(request) {
      if (!pullOf(request).merged) {
        throw notFound();
      }
      return noContent();
    },
  },
  {
    method: 'PUT',
    path: '/pulls/{number}/merge',
    needs: 'write',
    async answer(request) {
      const { host, repository, person, fields } = request;
      const sha = await concludeMerge(host, repository, pullOf(request), {
        by: person,
        method: fields.oneOf('merge_method', mergeMethods),
        sha: fields.optionalText('sha'),
        title: fields.optionalText('commit_title'),
        message: fields.optionalText('commit_message'),
      });
      return ok({
        sha,
        merged: true,
        message: 'Pull Request successfully merged',
      });
    },
  },
  {
    method: 'PUT',
    path: '/pulls/{number}/update-branch',
    needs: 'write',
    async answer(request) {
      const { host, repository, person, fields } = request;
      const { git } = repository;
      const pull = pullOf(request);
      const failed = (message: string) =>
        validationFailed({ resource: 'PullRequest', code: 'custom', message });
      const expected = fields.optionalText('expected_head_sha');
      if (expected && expected !== pull.headSha) {
        throw new ApiError(
          422,
          `expected head sha didn’t match current head ref.`,
        );
      }
      if (
        pull.state === 'closed' ||
        (await isAncestor(git, pull.baseSha, pull.headSha))
      ) {
        throw failed('There are no new commits on the base branch.');
      }
      const tree = await mergeTrees(git, pull.headSha, pull.baseSha);
      if (!tree) {
        throw new ApiError(422, 'merge conflict between base and head');
      }
      const signature = signatureFor(person);
      const sha = await writeCommit(git, {
        tree,
        parents: [pull.headSha, pull.baseSha],
        message: `Merge branch '${pull.base}' into ${pull.head}`,
        author: signature,
        committer: signature,
      });
      await moveRef(host, repository, {
        ref: `refs/heads/${pull.head}`,
        before: pull.headSha,
        after: sha,
        by: person,
      });
      return {
        status: 202,
        body: {
          message: 'Updating pull request branch.',
          url: `${host.apiUrl}/repos/${repository.fullName}/pulls/${pull.number}`,
        },
      };
    },
  },
];
