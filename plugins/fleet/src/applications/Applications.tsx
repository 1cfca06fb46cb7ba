import {
  FleetContent,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationDrawer } from '../application/ApplicationDrawer';
import { AllApplications } from './AllApplications';
import { UnownedApplications } from './UnownedApplications';

/** What is delivered where, and how it is. */
export function Applications() {
  const [view, setView] = useUrlState('view');
  const [open, setOpen] = useUrlState('application');

  return (
    <FleetContent>
      {view === 'unowned' ? (
        <UnownedApplications
          onOpen={setOpen}
          onLeave={() => setView(undefined)}
        />
      ) : (
        <AllApplications onOpen={setOpen} />
      )}
      <ApplicationDrawer id={open} onClose={() => setOpen(undefined)} />
    </FleetContent>
  );
}
