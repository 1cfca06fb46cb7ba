import { useRouteRef } from '@backstage/frontend-plugin-api';
import { applicationsRouteRef, policyRouteRef } from './routes';

/** Where the pages are that policy leads to; the usual places where an app does not tell. */
export function usePolicyPaths() {
  return {
    policy: useRouteRef(policyRouteRef)?.() ?? '/fleet/policy',
    applications:
      useRouteRef(applicationsRouteRef)?.() ?? '/fleet/applications',
  };
}
