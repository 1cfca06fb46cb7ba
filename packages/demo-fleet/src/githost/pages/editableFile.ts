import { readBlob } from '../git/objects';
import { listTree } from '../git/trees';
import { ApiError, forbidden, notFound } from '../http/ApiError';
import type { HostedRepository } from '../model/HostedRepository';
import { repositoryOf, type PageRequest } from './PageRequest';
import { refAndPath } from './refAndPath';

/** A text that the reader may propose to change. */
export interface EditableFile {
  repository: HostedRepository;
  path: string;
  sha: string;
  text: string;
}

/** Of the default branch, which what is proposed begins at. */
export async function editableFile(
  request: PageRequest,
): Promise<EditableFile> {
  const { person, parameters } = request;
  const repository = repositoryOf(request);
  const { git, defaultBranch, fullName } = repository;
  if (!person.may('write', fullName)) {
    throw forbidden();
  }
  const { ref, commit, path } = await refAndPath(repository, parameters.rest);
  const [found] = path ? (await listTree(git, commit, { path })) ?? [] : [];
  if (ref !== defaultBranch || found?.type !== 'blob') {
    throw notFound();
  }
  const content = await readBlob(git, found.sha);
  if (content.includes(0)) {
    throw new ApiError(422, `${path} is no text`);
  }
  const { sha } = found;
  return { repository, path, sha, text: content.toString('utf8') };
}
