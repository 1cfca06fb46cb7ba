import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FleetContent,
  fleetScopeOf,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { DriftLedger } from '../ledger/DriftLedger';

/** What of this differs from Git, since when, who did it, and is anyone fixing it? */
export function EntityDriftContent() {
  const { entity } = useEntity();
  return (
    <FleetContent tab>
      <DriftLedger scope={fleetScopeOf(entity)} />
    </FleetContent>
  );
}
