import { FleetContent } from '@fleetcommander/backstage-plugin-fleet-react';
import { PolicyScreen } from './PolicyScreen';

/** What breaks policies, where, how badly, and which cluster lacks what? */
export function FleetPolicy() {
  return (
    <FleetContent>
      <PolicyScreen />
    </FleetContent>
  );
}
