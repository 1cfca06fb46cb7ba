import { useRouteRef } from '@backstage/frontend-plugin-api';
import { driftRouteRef, promotionsRouteRef, rootRouteRef } from './routes';

/** Where the pages of the fleet are; the usual place in an app that mounts only the entity tabs. */
export function useFleetPaths() {
  const root = useRouteRef(rootRouteRef)?.() ?? '/fleet';
  const promotions =
    useRouteRef(promotionsRouteRef)?.() ?? `${root}/promotions`;
  return {
    clusters: `${root}/clusters`,
    applications: `${root}/applications`,
    matrix: `${root}/matrix`,
    provisioning: `${root}/provisioning`,
    order: `${root}/provisioning/order`,
    claim: (id: string) => `${root}/provisioning/${encodeURIComponent(id)}`,
    promotion: (id: string) => `${promotions}/${encodeURIComponent(id)}`,
    drift: useRouteRef(driftRouteRef)?.(),
  };
}
