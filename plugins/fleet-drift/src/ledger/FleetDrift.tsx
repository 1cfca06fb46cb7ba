import { FleetContent } from '@fleetcommander/backstage-plugin-fleet-react';
import { DriftLedger } from './DriftLedger';

/** What differs from Git right now, worst first, and whose is it? */
export function FleetDrift() {
  return (
    <FleetContent>
      <DriftLedger />
    </FleetContent>
  );
}
