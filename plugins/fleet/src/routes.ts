import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** Where the fleet is. */
export const rootRouteRef = createRouteRef();

/** Is the fleet well, and what needs me? */
export const overviewRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/overview',
});

/** The inventory. */
export const clustersRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/clusters',
});

/** What is delivered where. */
export const applicationsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/applications',
});

/** Which version of what runs where. */
export const matrixRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/matrix',
});

/** What was ordered of the platform, and what can be. */
export const provisioningRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/provisioning',
});

/** A software template, where the scaffolder is installed. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** What is promoted, where the plugin that tells it is installed. */
export const promotionsRouteRef = createExternalRouteRef({
  defaultTarget: 'fleet-promotion.root',
});

/** What differs from Git, where the plugin that tells it is installed. */
export const driftRouteRef = createExternalRouteRef({
  defaultTarget: 'fleet-drift.root',
});
