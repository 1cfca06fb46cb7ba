import { typeOf } from '../git/objects';
import { isAncestor, isHash, isRefName, listRefs, noCommit } from '../git/refs';
import type { GitRef } from '../git/refs';
import { created, noContent, ok } from '../http/ApiAnswer';
import { ApiError, notFound } from '../http/ApiError';
import type { RepositoryRequest, WriteRequest } from '../http/ApiRequest';
import type { RepositoryRoute } from '../http/Route';
import { moveRef } from '../model/moveRef';
import { refusalOf } from '../model/Protection';
import { nodeId } from '../shapes/nodeId';

export const refs: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/git/ref/{ref*}',
    needs: 'read',
    async answer(request) {
      const found = await existing(request);
      if (!found) {
        throw notFound();
      }
      return ok(refShape(request, found));
    },
  },
  {
    method: 'GET',
    path: '/git/matching-refs/{prefix*}',
    needs: 'read',
    async answer(request) {
      const { repository, parameters } = request;
      const found = await listRefs(repository.git);
      const matching = found.filter(({ name }) =>
        name.startsWith(`refs/${parameters.prefix}`),
      );
      return ok(matching.map(ref => refShape(request, ref)));
    },
  },
  {
    method: 'POST',
    path: '/git/refs',
    needs: 'write',
    async answer(request) {
      const { host, repository, person, fields } = request;
      const name = fields.text('ref');
      if (
        !/^refs\/[^/]+\/./.test(name) ||
        !(await isRefName(repository.git, name))
      ) {
        throw new ApiError(422, `${name} is not a valid ref name.`);
      }
      const sha = await knownCommit(request);
      const taken = await listRefs(repository.git);
      if (taken.some(ref => ref.name === name)) {
        throw new ApiError(422, 'Reference already exists');
      }
      if (taken.some(ref => isInTheWay(ref.name, name))) {
        throw new ApiError(422, 'Reference update failed');
      }
      await moveRef(host, repository, {
        ref: name,
        before: noCommit,
        after: sha,
        by: person,
      });
      return created(refShape(request, { name, sha, type: 'commit' }));
    },
  },
  {
    method: 'PATCH',
    path: '/git/refs/{ref*}',
    needs: 'write',
    async answer(request) {
      const { host, repository, person, fields } = request;
      const found = await existing(request);
      if (!found) {
        throw new ApiError(422, 'Reference does not exist');
      }
      const sha = await knownCommit(request);
      refuseProtected(request, found);
      const isForced = fields.optionalFlag('force') ?? false;
      if (!isForced && !(await isAncestor(repository.git, found.sha, sha))) {
        throw new ApiError(422, 'Update is not a fast forward');
      }
      await moveRef(host, repository, {
        ref: found.name,
        before: found.sha,
        after: sha,
        by: person,
      });
      return ok(refShape(request, { ...found, sha }));
    },
  },
  {
    method: 'DELETE',
    path: '/git/refs/{ref*}',
    needs: 'write',
    async answer(request) {
      const { host, repository, person } = request;
      const found = await existing(request);
      if (!found) {
        throw new ApiError(422, 'Reference does not exist');
      }
      if (found.name === `refs/heads/${repository.defaultBranch}`) {
        throw new ApiError(422, 'Cannot delete the default branch');
      }
      refuseProtected(request, found);
      await moveRef(host, repository, {
        ref: found.name,
        before: found.sha,
        after: noCommit,
        by: person,
      });
      return noContent();
    },
  },
];

async function existing({
  repository,
  parameters,
}: RepositoryRequest): Promise<GitRef | undefined> {
  const all = await listRefs(repository.git);
  return all.find(({ name }) => name === `refs/${parameters.ref}`);
}

async function knownCommit({
  repository,
  fields,
}: WriteRequest): Promise<string> {
  const sha = fields.text('sha');
  if (!isHash(sha)) {
    throw new ApiError(
      422,
      'The sha parameter must be exactly 40 characters and contain only [0-9a-f].',
    );
  }
  if ((await typeOf(repository.git, sha)) !== 'commit') {
    throw new ApiError(422, 'Object does not exist');
  }
  return sha;
}

function refuseProtected({ repository }: WriteRequest, { name }: GitRef): void {
  const protection = repository.protections.get(
    name.replace(/^refs\/heads\//, ''),
  );
  if (name.startsWith('refs/heads/') && protection) {
    throw new ApiError(422, refusalOf(protection));
  }
}

/** Git keeps refs as files: one cannot be the folder of another. */
function isInTheWay(one: string, other: string): boolean {
  return one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

function refShape({ host, repository }: RepositoryRequest, ref: GitRef) {
  const own = `${host.apiUrl}/repos/${repository.fullName}/git`;
  return {
    ref: ref.name,
    node_id: nodeId('Ref', `${repository.id}:${ref.name}`),
    url: `${own}/${ref.name}`,
    object: {
      sha: ref.sha,
      type: ref.type,
      url: `${own}/${ref.type}s/${ref.sha}`,
    },
  };
}
