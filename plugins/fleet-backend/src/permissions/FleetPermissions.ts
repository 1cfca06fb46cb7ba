import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  fleetApplicationReadPermission,
  fleetClaimReadPermission,
  fleetClusterReadPermission,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access, FleetCondition } from '../store/FleetQueryStore';
import { fleetApplicationResourceRef } from './applicationRules';
import { both } from './both';
import { fleetClaimResourceRef, type FleetClaimResource } from './claimRules';
import { fleetClusterResourceRef } from './clusterRules';

/** Asks the permission framework what a caller may see and do, and words the answer as conditions of the store. */
export class FleetPermissions {
  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): FleetPermissions {
    const { permissions, permissionsRegistry } = options;
    return new FleetPermissions(
      permissions,
      createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(fleetClusterResourceRef),
      ),
      createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(fleetApplicationResourceRef),
      ),
      createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(fleetClaimResourceRef),
      ),
      createConditionAuthorizer(
        permissionsRegistry.getPermissionRuleset(fleetClaimResourceRef),
      ),
    );
  }

  private constructor(
    private readonly permissions: PermissionsService,
    private readonly toClusters: ConditionTransformer<FleetCondition>,
    private readonly toApplications: ConditionTransformer<FleetCondition>,
    private readonly toClaims: ConditionTransformer<FleetCondition>,
    private readonly appliesToClaim: (
      decision: PolicyDecision,
      resource: FleetClaimResource,
    ) => boolean,
  ) {}

  /** What the caller may see. */
  async accessOf(credentials: BackstageCredentials): Promise<Access> {
    const [clusters, applications, claims] =
      await this.permissions.authorizeConditional(
        [
          { permission: fleetClusterReadPermission },
          { permission: fleetApplicationReadPermission },
          { permission: fleetClaimReadPermission },
        ],
        { credentials },
      );
    return {
      clusters: criteriaOf(clusters, this.toClusters),
      applications: criteriaOf(applications, this.toApplications),
      claims: criteriaOf(claims, this.toClaims),
    };
  }

  /** Of what the caller sees with `access`: the clusters where the permission is given too. */
  async narrowClusters(
    credentials: BackstageCredentials,
    access: Access,
    permission: ResourcePermission,
  ): Promise<Access> {
    const decision = await this.decide(credentials, permission);
    return {
      ...access,
      clusters: both(access.clusters, criteriaOf(decision, this.toClusters)),
    };
  }

  /** Of what the caller sees with `access`: the applications where the permission is given too. */
  async narrowApplications(
    credentials: BackstageCredentials,
    access: Access,
    permission: ResourcePermission,
  ): Promise<Access> {
    const decision = await this.decide(credentials, permission);
    return {
      ...access,
      applications: both(
        access.applications,
        criteriaOf(decision, this.toApplications),
      ),
    };
  }

  /** Of what the caller sees with `access`: the claims where the permission is given too. */
  async narrowClaims(
    credentials: BackstageCredentials,
    access: Access,
    permission: ResourcePermission,
  ): Promise<Access> {
    const decision = await this.decide(credentials, permission);
    return {
      ...access,
      claims: both(access.claims, criteriaOf(decision, this.toClaims)),
    };
  }

  /** Whether the permission is given on a claim, which nobody need have ordered yet. */
  async allowsClaim(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    resource: FleetClaimResource,
  ): Promise<boolean> {
    return this.appliesToClaim(
      await this.decide(credentials, permission),
      resource,
    );
  }

  private async decide(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<PolicyDecision> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision;
  }
}

function criteriaOf(
  decision: PolicyDecision,
  transform: ConditionTransformer<FleetCondition>,
): Access['clusters'] {
  if (decision.result === AuthorizeResult.CONDITIONAL) {
    return transform(decision.conditions);
  }
  return decision.result === AuthorizeResult.ALLOW;
}
