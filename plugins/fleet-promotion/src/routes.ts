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
