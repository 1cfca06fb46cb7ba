import { readCommit } from '../git/commits';
import { listRefs } from '../git/refs';
import { noContent, ok } from '../http/ApiAnswer';
import { ApiError } from '../http/ApiError';
import type { RepositoryRequest } from '../http/ApiRequest';
import { paged } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import type { Protection } from '../model/Protection';
import { commitShape } from '../shapes/commitShape';

export const branches: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/branches',
    needs: 'read',
    async answer(request) {
      const { host, repository } = request;
      const own = `${host.apiUrl}/repos/${repository.fullName}`;
      const heads = await listRefs(repository.git, 'refs/heads/');
      return paged(request, heads, ({ name, sha }) => {
        const branch = name.slice('refs/heads/'.length);
        return {
          name: branch,
          commit: { sha, url: `${own}/commits/${sha}` },
          protected: repository.protections.has(branch),
        };
      });
    },
  },
  {
    method: 'GET',
    path: '/branches/{branch}/protection',
    needs: 'admin',
    async answer(request) {
      await headOf(request);
      const { host, repository, parameters } = request;
      const protection = protectionOf(request);
      if (!protection) {
        throw new ApiError(404, 'Branch not protected');
      }
      const url = `${host.apiUrl}/repos/${
        repository.fullName
      }/branches/${encodeURIComponent(parameters.branch)}/protection`;
      return ok(protectionShape(url, protection));
    },
  },
  {
    method: 'PUT',
    path: '/branches/{branch}/protection',
    needs: 'admin',
    async answer(request) {
      await headOf(request);
      const { repository, parameters, fields } = request;
      const reviews = fields.object('required_pull_request_reviews');
      const checks = fields.object('required_status_checks');
      const protection: Protection = {
        approvals:
          reviews?.optionalNumber('required_approving_review_count') ?? 0,
        dismissStale: reviews?.optionalFlag('dismiss_stale_reviews'),
        owners: reviews?.optionalFlag('require_code_owner_reviews'),
        checks: checks?.texts('contexts'),
        upToDate: checks?.optionalFlag('strict'),
      };
      repository.protections.set(parameters.branch, protection);
      return ok(protectionShape(request.url.href, protection));
    },
  },
  {
    method: 'DELETE',
    path: '/branches/{branch}/protection',
    needs: 'admin',
    async answer({ repository, parameters }) {
      if (!protectionOf({ repository, parameters })) {
        throw new ApiError(404, 'Branch not protected');
      }
      repository.protections.delete(parameters.branch);
      return noContent();
    },
  },
  {
    method: 'GET',
    path: '/branches/{branch*}',
    needs: 'read',
    async answer(request) {
      const { host, repository, parameters } = request;
      const sha = await headOf(request);
      const protection = protectionOf(request);
      const { checks = [] } = protection ?? {};
      const own = `${host.apiUrl}/repos/${
        repository.fullName
      }/branches/${encodeURIComponent(parameters.branch)}`;
      const commit = await readCommit(repository.git, sha);
      return ok({
        name: parameters.branch,
        commit: commitShape(host, repository, commit),
        _links: {
          self: own,
          html: `${host.url}/${repository.fullName}/tree/${parameters.branch}`,
        },
        protected: repository.protections.has(parameters.branch),
        protection: {
          enabled: protection !== undefined,
          required_status_checks: {
            enforcement_level: checks.length > 0 ? 'everyone' : 'off',
            contexts: checks,
            checks: checks.map(context => ({ context, app_id: null })),
          },
        },
        protection_url: `${own}/protection`,
      });
    },
  },
];

/** Rulesets are no protection, and are told elsewhere. */
function protectionOf({
  repository,
  parameters,
}: Pick<RepositoryRequest, 'repository' | 'parameters'>):
  | Protection
  | undefined {
  const found = repository.protections.get(parameters.branch);
  return found?.isRuleset ? undefined : found;
}

async function headOf({
  repository,
  parameters,
}: RepositoryRequest): Promise<string> {
  const heads = await listRefs(repository.git, 'refs/heads/');
  const found = heads.find(
    ({ name }) => name === `refs/heads/${parameters.branch}`,
  );
  if (!found) {
    throw new ApiError(404, 'Branch not found');
  }
  return found.sha;
}

function protectionShape(url: string, protection: Protection) {
  const { approvals, checks, dismissStale, owners, signatures, upToDate } =
    protection;
  return {
    url,
    required_pull_request_reviews: {
      url: `${url}/required_pull_request_reviews`,
      dismiss_stale_reviews: dismissStale ?? false,
      require_code_owner_reviews: owners ?? false,
      require_last_push_approval: false,
      required_approving_review_count: approvals,
    },
    ...(checks && {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        strict: upToDate ?? false,
        contexts: checks,
        contexts_url: `${url}/required_status_checks/contexts`,
        checks: checks.map(context => ({ context, app_id: null })),
      },
    }),
    required_signatures: {
      url: `${url}/required_signatures`,
      enabled: signatures ?? false,
    },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
}
