import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The tab of `/fleet`. */
export const promotionsRouteRef = createRouteRef();

/** The applications of the fleet. */
export const applicationsRouteRef = createExternalRouteRef({
  defaultTarget: 'fleet.applications',
});

/** A software template, where the scaffolder is installed. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** A run of a software template. */
export const taskRouteRef = createExternalRouteRef({
  params: ['taskId'],
  defaultTarget: 'scaffolder.ongoingTask',
});
