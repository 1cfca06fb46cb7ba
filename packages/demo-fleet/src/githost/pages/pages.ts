import { diffText, diffFiles, mergeBase } from '../git/diff';
import { readBlob } from '../git/objects';
import { resolveCommit } from '../git/refs';
import { listTree } from '../git/trees';
import { notFound } from '../http/ApiError';
import { commitPage, commitsPage } from './commitPages';
import { diffView } from './diffView';
import { editableFile } from './editableFile';
import { editPage } from './editPage';
import { filesPage } from './filesPage';
import { homePage } from './homePage';
import { html } from './html';
import type { PageOptions } from './layout';
import { pullRequestOf, repositoryOf, type PageRequest } from './PageRequest';
import { pullList } from './pullList';
import { pullPage } from './pullPage';
import { refAndPath } from './refAndPath';

/** A page's own part, or a file as it is. */
export type PageAnswer =
  | Pick<PageOptions, 'title' | 'content' | 'repository' | 'tab'>
  | { text: Buffer | string };

interface Page {
  /** As in a route of the API. */
  path: string;
  answer: (request: PageRequest) => PageAnswer | Promise<PageAnswer>;
}

/** The first whose path fits answers. */
export const pages: readonly Page[] = [
  {
    path: '/',
    answer: request => ({
      title: 'Git host of the demo',
      content: homePage(request),
    }),
  },
  { path: '/{owner}/{name}', answer: request => files(request, '') },
  {
    path: '/{owner}/{name}/tree/{rest*}',
    answer: request => files(request, request.parameters.rest),
  },
  {
    path: '/{owner}/{name}/blob/{rest*}',
    answer: request => files(request, request.parameters.rest),
  },
  {
    path: '/{owner}/{name}/edit/{rest*}',
    async answer(request) {
      const file = await editableFile(request);
      return {
        title: `Change ${file.path}`,
        content: editPage(request, file),
        repository: file.repository,
        tab: 'code',
      };
    },
  },
  {
    path: '/{owner}/{name}/raw/{rest*}',
    async answer(request) {
      const repository = repositoryOf(request);
      const { git } = repository;
      const { rest } = request.parameters;
      const { commit, path } = await refAndPath(repository, rest);
      const [found] = (await listTree(git, commit, { path })) ?? [];
      if (found?.type !== 'blob') {
        throw notFound();
      }
      return { text: await readBlob(git, found.sha) };
    },
  },
  {
    path: '/{owner}/{name}/commits/{ref*}',
    async answer(request) {
      const repository = repositoryOf(request);
      const { ref } = request.parameters;
      const commit = await known(resolveCommit(repository.git, ref));
      return {
        title: `Commits of ${repository.fullName}`,
        content: await commitsPage(repository, commit),
        repository,
        tab: 'commits',
      };
    },
  },
  {
    path: '/{owner}/{name}/commit/{sha}',
    async answer(request) {
      const repository = repositoryOf(request);
      const { sha } = request.parameters;
      const commit = await known(resolveCommit(repository.git, sha));
      return {
        title: `Commit ${commit.slice(0, 7)}`,
        content: await commitPage(repository, commit),
        repository,
        tab: 'commits',
      };
    },
  },
  {
    path: '/{owner}/{name}/compare/{base*}...{head*}',
    async answer(request) {
      const repository = repositoryOf(request);
      const { git } = repository;
      const { base, head } = request.parameters;
      const [from, to] = await Promise.all(
        [base, head].map(ref => known(resolveCommit(git, ref))),
      );
      const parted = await known(mergeBase(git, from, to));
      return {
        title: `${base}...${head}`,
        content: html`<h1>${base}...${head}</h1>
          ${diffView(await diffFiles(git, parted, to))}`,
        repository,
      };
    },
  },
  {
    path: '/{owner}/{name}/pulls',
    answer(request) {
      const repository = repositoryOf(request);
      const all = [...repository.pulls.values()];
      const open = all.filter(({ state }) => state === 'open');
      const ended = all.filter(({ state }) => state === 'closed');
      return {
        title: `Pull requests of ${repository.fullName}`,
        content: html`<h1>Pull requests</h1>
          ${pullList(repository, open)}
          ${ended.length > 0 &&
          html`<h2>Merged or closed</h2>
            ${pullList(repository, ended)}`}`,
        repository,
        tab: 'pulls',
      };
    },
  },
  {
    path: '/{owner}/{name}/pull/{number}.diff',
    async answer(request) {
      const repository = repositoryOf(request);
      const { git } = repository;
      const { baseSha, headSha } = pullRequestOf(request, repository);
      const parted = await known(mergeBase(git, baseSha, headSha));
      return { text: await diffText(git, parted, headSha) };
    },
  },
  {
    path: '/{owner}/{name}/pull/{number}',
    async answer(request) {
      const { host, person } = request;
      const repository = repositoryOf(request);
      const pull = pullRequestOf(request, repository);
      return {
        title: `${pull.title} #${pull.number}`,
        content: await pullPage(host, repository, pull, person),
        repository,
        tab: 'pulls',
      };
    },
  },
];

async function files(request: PageRequest, rest: string): Promise<PageAnswer> {
  const repository = repositoryOf(request);
  const found = await refAndPath(repository, rest || repository.defaultBranch);
  return {
    title: `${repository.fullName} ${found.path}`,
    content: await filesPage(repository, found, request.person),
    repository,
    tab: 'code',
  };
}

async function known(sha: Promise<string | undefined>): Promise<string> {
  const found = await sha;
  if (!found) {
    throw notFound();
  }
  return found;
}
