import { createHash } from 'node:crypto';

/** Equal for equal content. */
export function contentVersion(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(content))
    .digest('base64url');
}
