import {
  ErrorNotice,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { UpgradeSection } from './UpgradeSection';

/** Upgrades in waves that go on, or that stopped at something; those that are done are no news. */
export function Upgrades() {
  const { value, error, refresh } = useFleet(
    (api, signal) => api.claims.upgrades({}, { signal }),
    [],
  );
  const shown = (value?.items ?? []).filter(
    ({ state }) => state === 'running' || state === 'failing',
  );

  return (
    <>
      {error && (
        <ErrorNotice error={error} what="the upgrades" onRetry={refresh} />
      )}
      {shown.map(upgrade => (
        <UpgradeSection key={upgrade.id} upgrade={upgrade} onDone={refresh} />
      ))}
    </>
  );
}
