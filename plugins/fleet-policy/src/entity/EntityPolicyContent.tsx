import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FleetContent,
  fleetScopeOf,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { PolicyScreen } from '../screen/PolicyScreen';

/** What does this break, where, how badly, and how is it fixed? */
export function EntityPolicyContent() {
  const { entity } = useEntity();
  return (
    <FleetContent tab>
      <PolicyScreen scope={fleetScopeOf(entity)} />
    </FleetContent>
  );
}
