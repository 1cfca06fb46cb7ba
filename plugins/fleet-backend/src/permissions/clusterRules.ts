import {
  RESOURCE_TYPE_FLEET_CLUSTER,
  type Cluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import type { FleetCondition } from '../store/FleetQueryStore';
import { lowerCase } from './lowerCase';

/** A cluster, as rules of permissions see it. */
export const fleetClusterResourceRef = createPermissionResourceRef<
  Cluster,
  FleetCondition
>().with({ pluginId: 'fleet', resourceType: RESOURCE_TYPE_FLEET_CLUSTER });

/** The rules that conditional decisions on clusters are made of. */
export const clusterRules = {
  isCluster: createPermissionRule({
    name: 'IS_CLUSTER',
    description: 'Allow clusters of these names',
    resourceRef: fleetClusterResourceRef,
    paramsSchema: z.object({
      names: z.array(z.string()).describe('Names of clusters'),
    }),
    apply: (cluster, { names }) => names.includes(cluster.name),
    toQuery: ({ names }) => ({ field: 'cluster', values: names }),
  }),
  hasLabel: createPermissionRule({
    name: 'HAS_LABEL',
    description: 'Allow clusters whose label has one of these values',
    resourceRef: fleetClusterResourceRef,
    paramsSchema: z.object({
      key: z.string().describe('Key of the label'),
      values: z.array(z.string()).describe('Values, one of which it has'),
    }),
    apply: (cluster, { key, values }) => values.includes(cluster.labels[key]),
    toQuery: ({ key, values }) => ({ field: 'label', key, values }),
  }),
  inEnvironment: createPermissionRule({
    name: 'IN_ENVIRONMENT',
    description: 'Allow clusters of these environments',
    resourceRef: fleetClusterResourceRef,
    paramsSchema: z.object({
      environments: z.array(z.string()).describe('Names of environments'),
    }),
    apply: ({ environment }, { environments }) =>
      environment !== undefined && environments.includes(environment),
    toQuery: ({ environments }) => ({
      field: 'environment',
      values: environments,
    }),
  }),
  isEntityOwner: createPermissionRule({
    name: 'IS_ENTITY_OWNER',
    description: 'Allow clusters that one of these entities owns',
    resourceRef: fleetClusterResourceRef,
    paramsSchema: z.object({
      claims: z.array(z.string()).describe('Entity refs of users and groups'),
    }),
    apply: ({ ownerRef }, { claims }) =>
      ownerRef !== undefined &&
      lowerCase(claims).includes(ownerRef.toLowerCase()),
    toQuery: ({ claims }) => ({ field: 'owner', values: lowerCase(claims) }),
  }),
};

const exported = createConditionExports({
  resourceRef: fleetClusterResourceRef,
  rules: clusterRules,
});

/**
 * Makes conditions on clusters, for permission policies.
 *
 * @public
 */
export const fleetClusterConditions = exported.conditions;

/**
 * Makes a conditional decision on clusters out of {@link fleetClusterConditions}, for permission policies.
 *
 * @public
 */
export const createFleetClusterConditionalDecision =
  exported.createConditionalDecision;
