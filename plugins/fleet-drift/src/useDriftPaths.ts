import { useRouteRef } from '@backstage/frontend-plugin-api';
import { applicationsRouteRef, driftRouteRef } from './routes';

/** Where the pages are that drift leads to; the usual places where an app does not tell. */
export function useDriftPaths() {
  return {
    drift: useRouteRef(driftRouteRef)?.() ?? '/fleet/drift',
    applications:
      useRouteRef(applicationsRouteRef)?.() ?? '/fleet/applications',
  };
}
