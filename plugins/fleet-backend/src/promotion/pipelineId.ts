import { createHash } from 'node:crypto';

/** The id of an application in a repository, and of its pipeline. */
export function pipelineId(repository: string, application: string): string {
  return hashOf([repository, application]);
}

/** The id of an overlay. */
export function overlayId(
  repository: string,
  branch: string,
  path: string,
): string {
  return hashOf([repository, branch, path]);
}

/** The id of the promotion whose first pull request this is. */
export function promotionId(repository: string, number: number): string {
  return hashOf([repository, 'pull', String(number)]);
}

function hashOf(parts: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('base64url')
    .slice(0, 22);
}
