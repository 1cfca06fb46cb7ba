import { openPull } from '../api/openPull';
import { resolveCommit } from '../git/refs';
import { ApiError } from '../http/ApiError';
import { Fields } from '../http/Fields';
import { commitFiles } from '../model/commitFiles';
import type { HostedRepository } from '../model/HostedRepository';
import { editableFile } from './editableFile';
import { repositoryOf, type PageRequest } from './PageRequest';

/** Opens a pull request with what the reader made of a file; answers where it is. */
export async function proposeEdit(request: PageRequest): Promise<string> {
  return repositoryOf(request).exclusively(() => propose(request));
}

async function propose(request: PageRequest): Promise<string> {
  const { host, person, form } = request;
  const { repository, path, sha, text } = await editableFile(request);
  if (form.get('sha') !== sha) {
    throw new ApiError(
      409,
      `${path} was changed meanwhile: open it again, and change it as it is now`,
    );
  }
  const changed = withLineEndsOf(text, form.get('text') ?? '');
  if (changed === text) {
    throw new ApiError(422, `Nothing of ${path} was changed`);
  }
  const message = form.get('message')?.trim();
  if (!message) {
    throw new ApiError(422, 'What it changes has to be said');
  }
  const branch = await freeBranch(repository, person.login);
  await commitFiles(host, repository, {
    files: { [path]: changed },
    message,
    by: person.login,
    branch,
  });
  const fields = new Fields({
    title: message,
    head: branch,
    base: repository.defaultBranch,
  });
  const pull = await openPull({ host, repository, person, fields });
  return `/${repository.fullName}/pull/${pull.number}`;
}

/** Browsers end each line of a form with CR and LF. */
function withLineEndsOf(model: string, text: string): string {
  return text.replace(/\r?\n/g, model.includes('\r\n') ? '\r\n' : '\n');
}

/** As GitHub names the branch of somebody who edits on its pages. */
async function freeBranch(
  { git }: HostedRepository,
  login: string,
): Promise<string> {
  for (let number = 1; ; number++) {
    const branch = `${login}-patch-${number}`;
    if (!(await resolveCommit(git, `refs/heads/${branch}`))) {
      return branch;
    }
  }
}
