import { useRouteRef as useLegacyRouteRef } from '@backstage/core-plugin-api';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { LinkButton } from '@fleetcommander/backstage-plugin-fleet-react';
import { promotionsRouteRef } from '../routes';

/** Leads to the tab where a stage is promoted or rolled back, where the plugin that has it is installed. */
export function PromotionLink() {
  const { entity } = useEntity();
  const entityRoute = useLegacyRouteRef(entityRouteRef);
  const isInstalled = useRouteRef(promotionsRouteRef) !== undefined;
  return isInstalled ? (
    <div>
      <LinkButton
        size="small"
        to={`${entityRoute(entityRouteParams(entity))}/promotion`}
      >
        Promote or roll back
      </LinkButton>
    </div>
  ) : null;
}
