import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** What differs from Git. */
export const driftRouteRef = createRouteRef();

/** The fleet's list of applications. */
export const applicationsRouteRef = createExternalRouteRef({
  defaultTarget: 'fleet.applications',
});

/** A software template, opened to be filled in. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
