import {
  RESOURCE_TYPE_FLEET_APPLICATION,
  type Application,
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
 * An application with the labels of the cluster that it deploys to, as rules of permissions see it.
 *
 * @public
 */
export interface FleetApplicationResource {
  application: Application;
  clusterLabels: Record<string, string>;
}

/** An application, as rules of permissions see it. */
export const fleetApplicationResourceRef = createPermissionResourceRef<
  FleetApplicationResource,
  FleetCondition
>().with({ pluginId: 'fleet', resourceType: RESOURCE_TYPE_FLEET_APPLICATION });

/** The rules that conditional decisions on applications are made of. */
export const applicationRules = {
  isCluster: createPermissionRule({
    name: 'IS_CLUSTER',
    description: 'Allow applications that deploy to clusters of these names',
    resourceRef: fleetApplicationResourceRef,
    paramsSchema: z.object({
      names: z.array(z.string()).describe('Names of clusters'),
    }),
    apply: ({ application }, { names }) =>
      names.includes(application.targetCluster ?? application.cluster),
    toQuery: ({ names }) => ({ field: 'cluster', values: names }),
  }),
  hasClusterLabel: createPermissionRule({
    name: 'HAS_CLUSTER_LABEL',
    description:
      'Allow applications that deploy to clusters whose label has one of these values',
    resourceRef: fleetApplicationResourceRef,
    paramsSchema: z.object({
      key: z.string().describe("Key of the cluster's label"),
      values: z.array(z.string()).describe('Values, one of which it has'),
    }),
    apply: ({ clusterLabels }, { key, values }) =>
      values.includes(clusterLabels[key]),
    toQuery: ({ key, values }) => ({ field: 'label', key, values }),
  }),
  inEnvironment: createPermissionRule({
    name: 'IN_ENVIRONMENT',
    description: 'Allow applications that deploy to these environments',
    resourceRef: fleetApplicationResourceRef,
    paramsSchema: z.object({
      environments: z.array(z.string()).describe('Names of environments'),
    }),
    apply: ({ application: { environment } }, { environments }) =>
      environment !== undefined && environments.includes(environment),
    toQuery: ({ environments }) => ({
      field: 'environment',
      values: environments,
    }),
  }),
  inNamespace: createPermissionRule({
    name: 'IN_NAMESPACE',
    description: 'Allow applications that deploy to these namespaces',
    resourceRef: fleetApplicationResourceRef,
    paramsSchema: z.object({
      namespaces: z.array(z.string()).describe('Names of namespaces'),
    }),
    apply: ({ application }, { namespaces }) => {
      const namespace = application.targetNamespace ?? application.namespace;
      return namespace !== undefined && namespaces.includes(namespace);
    },
    toQuery: ({ namespaces }) => ({ field: 'namespace', values: namespaces }),
  }),
  isEntityOwner: createPermissionRule({
    name: 'IS_ENTITY_OWNER',
    description:
      'Allow applications that are proven to belong to an entity that one of these entities owns',
    resourceRef: fleetApplicationResourceRef,
    paramsSchema: z.object({
      claims: z.array(z.string()).describe('Entity refs of users and groups'),
    }),
    apply: ({ application }, { claims }) =>
      application.ownerRefs.some(ref =>
        lowerCase(claims).includes(ref.toLowerCase()),
      ),
    toQuery: ({ claims }) => ({ field: 'owner', values: lowerCase(claims) }),
  }),
};

const exported = createConditionExports({
  resourceRef: fleetApplicationResourceRef,
  rules: applicationRules,
});

/**
 * Makes conditions on applications, for permission policies.
 *
 * @public
 */
export const fleetApplicationConditions = exported.conditions;

/**
 * Makes a conditional decision on applications out of {@link fleetApplicationConditions}, for permission policies.
 *
 * @public
 */
export const createFleetApplicationConditionalDecision =
  exported.createConditionalDecision;
