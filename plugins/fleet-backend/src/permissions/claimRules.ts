import {
  RESOURCE_TYPE_FLEET_CLAIM,
  type Claim,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import type { FleetCondition } from '../store/FleetQueryStore';
import { lowerCase } from './lowerCase';

/**
 * A claim with the labels of its hub, as rules of permissions see it.
 *
 * @public
 */
export interface FleetClaimResource {
  claim: Claim;
  clusterLabels: Record<string, string>;
}

/** A claim, as rules of permissions see it. */
export const fleetClaimResourceRef = createPermissionResourceRef<
  FleetClaimResource,
  FleetCondition
>().with({ pluginId: 'fleet', resourceType: RESOURCE_TYPE_FLEET_CLAIM });

/** The rules that conditional decisions on claims are made of. */
export const claimRules = {
  isCluster: createPermissionRule({
    name: 'IS_CLUSTER',
    description: 'Allow claims on hubs of these names',
    resourceRef: fleetClaimResourceRef,
    paramsSchema: z.object({
      names: z.array(z.string()).describe('Names of hubs'),
    }),
    apply: ({ claim }, { names }) => names.includes(claim.cluster),
    toQuery: ({ names }) => ({ field: 'cluster', values: names }),
  }),
  hasClusterLabel: createPermissionRule({
    name: 'HAS_CLUSTER_LABEL',
    description: 'Allow claims on hubs whose label has one of these values',
    resourceRef: fleetClaimResourceRef,
    paramsSchema: z.object({
      key: z.string().describe("Key of the hub's label"),
      values: z.array(z.string()).describe('Values, one of which it has'),
    }),
    apply: ({ clusterLabels }, { key, values }) =>
      values.includes(clusterLabels[key]),
    toQuery: ({ key, values }) => ({ field: 'label', key, values }),
  }),
  inEnvironment: createPermissionRule({
    name: 'IN_ENVIRONMENT',
    description: 'Allow claims for these environments',
    resourceRef: fleetClaimResourceRef,
    paramsSchema: z.object({
      environments: z.array(z.string()).describe('Names of environments'),
    }),
    apply: ({ claim: { environment } }, { environments }) =>
      environment !== undefined && environments.includes(environment),
    toQuery: ({ environments }) => ({
      field: 'environment',
      values: environments,
    }),
  }),
  inNamespace: createPermissionRule({
    name: 'IN_NAMESPACE',
    description: 'Allow claims in these namespaces of their hub',
    resourceRef: fleetClaimResourceRef,
    paramsSchema: z.object({
      namespaces: z.array(z.string()).describe('Names of namespaces'),
    }),
    apply: ({ claim: { namespace } }, { namespaces }) =>
      namespace !== undefined && namespaces.includes(namespace),
    toQuery: ({ namespaces }) => ({ field: 'namespace', values: namespaces }),
  }),
  isEntityOwner: createPermissionRule({
    name: 'IS_ENTITY_OWNER',
    description:
      'Allow claims that are proven to belong to an entity that one of these entities owns',
    resourceRef: fleetClaimResourceRef,
    paramsSchema: z.object({
      claims: z.array(z.string()).describe('Entity refs of users and groups'),
    }),
    apply: ({ claim }, { claims }) =>
      claim.ownerRefs.some(ref =>
        lowerCase(claims).includes(ref.toLowerCase()),
      ),
    toQuery: ({ claims }) => ({ field: 'owner', values: lowerCase(claims) }),
  }),
};

const exported = createConditionExports({
  resourceRef: fleetClaimResourceRef,
  rules: claimRules,
});

/**
 * Makes conditions on claims, for permission policies.
 *
 * @public
 */
export const fleetClaimConditions = exported.conditions;

/**
 * Makes a conditional decision on claims out of {@link fleetClaimConditions}, for permission policies.
 *
 * @public
 */
export const createFleetClaimConditionalDecision =
  exported.createConditionalDecision;
