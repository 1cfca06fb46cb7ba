import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  fleetApplicationReadPermission,
  fleetClusterReadPermission,
  fleetClusterRefreshPermission,
  fleetPermissions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { PortalPolicy } from './PortalPolicy';

function userOf(userEntityRef: string): PolicyQueryUser {
  const ownershipEntityRefs = [userEntityRef];
  return {
    info: { userEntityRef, ownershipEntityRefs },
    credentials: mockCredentials.user(userEntityRef),
  };
}

describe('PortalPolicy', () => {
  const policy = new PortalPolicy();

  it('allows everything to everybody', async () => {
    for (const permission of fleetPermissions) {
      await expect(
        policy.handle({ permission }, userOf('user:default/amara')),
      ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
    }
  });

  it('shows the auditor only what the team runs in staging', async () => {
    const auditor = userOf('user:default/pay-auditor');
    await expect(
      policy.handle({ permission: fleetClusterReadPermission }, auditor),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { rule: 'IN_ENVIRONMENT' },
    });
    await expect(
      policy.handle({ permission: fleetApplicationReadPermission }, auditor),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        allOf: [
          { rule: 'IN_ENVIRONMENT' },
          {
            rule: 'IS_ENTITY_OWNER',
            params: { claims: ['group:default/pay'] },
          },
        ],
      },
    });
    await expect(
      policy.handle({ permission: catalogEntityReadPermission }, auditor),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
    });
    await expect(
      policy.handle({ permission: fleetClusterRefreshPermission }, auditor),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });
});
