import type { GitHost } from '../GitHost';
import { instant } from '../git/commits';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import { nodeId } from './nodeId';
import { userShape } from './userShape';

/** What GitHub tells of each repository and nothing here makes use of. */
const unused = {
  archived: false,
  disabled: false,
  is_template: false,
  allow_forking: false,
  allow_auto_merge: false,
  has_issues: false,
  has_projects: false,
  has_downloads: false,
  has_wiki: false,
  has_pages: false,
  has_discussions: false,
  homepage: null,
  language: null,
  license: null,
  topics: [],
  size: 0,
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
};

export function repositoryShape(
  host: GitHost,
  repository: HostedRepository,
  person?: Person,
) {
  const { fullName, owner, name, id, defaultBranch } = repository;
  const own = `${host.apiUrl}/repos/${fullName}`;
  const page = `${host.url}/${fullName}`;
  const openPulls = [...repository.pulls.values()].filter(
    ({ state }) => state === 'open',
  ).length;
  return {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: fullName,
    private: !repository.isPublic,
    visibility: repository.isPublic ? 'public' : 'private',
    owner: userShape(host, owner),
    html_url: page,
    description: repository.description ?? null,
    fork: false,
    url: own,
    archive_url: `${own}/{archive_format}{/ref}`,
    branches_url: `${own}/branches{/branch}`,
    blobs_url: `${own}/git/blobs{/sha}`,
    collaborators_url: `${own}/collaborators{/collaborator}`,
    commits_url: `${own}/commits{/sha}`,
    compare_url: `${own}/compare/{base}...{head}`,
    contents_url: `${own}/contents/{+path}`,
    git_commits_url: `${own}/git/commits{/sha}`,
    git_refs_url: `${own}/git/refs{/sha}`,
    hooks_url: `${own}/hooks`,
    issues_url: `${own}/issues{/number}`,
    labels_url: `${own}/labels{/name}`,
    merges_url: `${own}/merges`,
    pulls_url: `${own}/pulls{/number}`,
    statuses_url: `${own}/statuses/{sha}`,
    trees_url: `${own}/git/trees{/sha}`,
    clone_url: `${page}.git`,
    git_url: `${page}.git`,
    default_branch: defaultBranch,
    open_issues_count: openPulls,
    open_issues: openPulls,
    ...unused,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    delete_branch_on_merge: repository.deletesMergedBranches,
    created_at: instant(repository.createdAt),
    updated_at: instant(repository.pushedAt),
    pushed_at: instant(repository.pushedAt),
    ...(person && {
      permissions: {
        admin: person.may('admin', fullName),
        maintain: person.may('admin', fullName),
        push: person.may('write', fullName),
        triage: person.may('write', fullName),
        pull: true,
      },
    }),
  };
}
