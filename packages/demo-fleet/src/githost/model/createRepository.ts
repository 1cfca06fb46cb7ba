import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitHost } from '../GitHost';
import { GitFolder } from '../git/GitFolder';
import { guardPushes } from '../smart/guardPushes';
import { commitFiles } from './commitFiles';
import { HostedRepository } from './HostedRepository';
import type { Person } from './Person';
import { recordPast } from './recordPast';
import type { RepositoryOptions } from './RepositoryOptions';

/** A repository as it begins. */
export async function createRepository(
  host: GitHost,
  fullName: string,
  options: RepositoryOptions,
  founder: Person,
): Promise<HostedRepository> {
  const { folder, files, past = [], defaultBranch = 'main' } = options;
  const git = folder
    ? new GitFolder(await gitFolderIn(folder))
    : await GitFolder.createBare(defaultBranch);
  if (!folder) {
    await guardPushes(git.path);
  }
  const repository = new HostedRepository(host.nextId(), fullName, git, {
    ...options,
    defaultBranch,
    isOwn: folder === undefined,
  });
  if (files) {
    await commitFiles(host, repository, {
      files,
      message: 'Begin',
      by: founder.login,
    });
  }
  await recordPast(host, repository, past);
  for (const [branch, protection] of Object.entries(
    options.protections ?? {},
  )) {
    repository.protections.set(branch, protection);
  }
  for (const { url, secret, events } of options.webhooks ?? []) {
    const now = new Date();
    repository.hooks.push({
      id: host.nextId(),
      url,
      secret,
      events,
      active: true,
      createdAt: now,
      updatedAt: now,
    });
  }
  return repository;
}

/** A bare repository is its own; another keeps it in `.git`. */
async function gitFolderIn(folder: string): Promise<string> {
  const inner = join(folder, '.git');
  const isInner = await stat(inner).then(
    found => found.isDirectory(),
    () => false,
  );
  return isInner ? inner : folder;
}
