import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FleetContent,
  fleetScopeOf,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { PolicyScreen } from '../screen/PolicyScreen';
import { FixFirst } from './FixFirst';

/** What does this break, where, how badly, and how is it fixed? */
export function EntityPolicyContent() {
  const { entity } = useEntity();
  const scope = fleetScopeOf(entity);
  return (
    <FleetContent tab>
      <PolicyScreen
        scope={scope}
        lead={scope?.key !== 'cluster' && <FixFirst />}
      />
    </FleetContent>
  );
}
