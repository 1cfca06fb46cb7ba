import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import type { Access } from '../store/FleetQueryStore';

/** Who asks, and what they may see. */
export interface Caller {
  credentials: BackstageCredentials;
  access: Access;
}

/** Tells who sent a request. */
export type CallerOf = (request: Request) => Promise<Caller>;

/** Every route goes by the credentials of its caller, never by the plugin's own. */
export function createCallerOf(options: {
  httpAuth: HttpAuthService;
  permissions: FleetPermissions;
}): CallerOf {
  const { httpAuth, permissions } = options;
  return async request => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return { credentials, access: await permissions.accessOf(credentials) };
  };
}
