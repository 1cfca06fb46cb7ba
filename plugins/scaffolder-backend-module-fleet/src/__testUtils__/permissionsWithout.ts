import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';

/** Permissions that everybody has, but for one, which nobody has. */
export function permissionsWithout(
  denied: string | undefined,
): PermissionsService {
  const decide = async (
    requests: { permission: { name: string } }[],
  ): Promise<DefinitivePolicyDecision[]> =>
    requests.map(({ permission }) => ({
      result:
        permission.name === denied
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
  return { authorize: decide, authorizeConditional: decide };
}
