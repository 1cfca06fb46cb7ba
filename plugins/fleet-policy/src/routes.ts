import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** What breaks policies, and where they are missing. */
export const policyRouteRef = createRouteRef();

/** The fleet's list of applications. */
export const applicationsRouteRef = createExternalRouteRef({
  defaultTarget: 'fleet.applications',
});

/** A software template, where the scaffolder is installed. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
