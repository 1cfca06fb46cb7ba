import { resolveCommit } from '../git/refs';
import { ApiError } from '../http/ApiError';
import type { HostedRepository } from '../model/HostedRepository';

/** The commit that a ref of a request stands for. */
export async function commitOf(
  { git }: HostedRepository,
  ref: string,
): Promise<string> {
  const sha = await resolveCommit(git, ref);
  if (!sha) {
    throw new ApiError(422, `No commit found for SHA: ${ref}`);
  }
  return sha;
}
