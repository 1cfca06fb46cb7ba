import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { RequesterLogins } from '../facts/RequesterLogins';

/** Whom a catalog with these users and a config know. */
export function loginsOf(
  users: Entity[] = [],
  configured: Record<string, string> = {},
): RequesterLogins {
  return new RequesterLogins({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: users }),
    configured,
  });
}
