import { useApi } from '@backstage/frontend-plugin-api';
import {
  fleetClaimChangePermission,
  type ClusterUpgrade,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  ConfirmDialog,
  fleetApiRef,
  reasonAgainst,
  useFleetPermission,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';

/** Stops an upgrade after saying what that leaves as it is. */
export function StopUpgrade(props: {
  upgrade: ClusterUpgrade;
  onDone(): Promise<void>;
}) {
  const { upgrade, onDone } = props;
  const api = useApi(fleetApiRef);
  const [asked, setAsked] = useState(false);
  const waiting = upgrade.waves
    .flatMap(({ clusters }) => clusters)
    .filter(({ state }) => state === 'waiting');
  const permission = useFleetPermission(
    fleetClaimChangePermission,
    upgrade.waves[0]?.clusters[0]?.claimId,
  );

  async function stop() {
    await api.claims.stopUpgrade(upgrade.id);
    await onDone();
  }

  return (
    <>
      <ActionButton
        icon="suspend"
        size="small"
        disabledReason={reasonAgainst(permission, fleetClaimChangePermission)}
        onClick={() => setAsked(true)}
      >
        Stop…
      </ActionButton>
      <ConfirmDialog
        open={asked}
        title={`Stop the upgrade to Kubernetes ${upgrade.version}?`}
        effect="No more pull requests are opened. Those that are open stay open, and clusters that are being upgraded go on."
        targets={waiting.map(({ cluster }) => `${cluster}, not begun`)}
        undo="Start another upgrade for the clusters that are left."
        confirmTitle="Stop"
        dangerous
        onConfirm={stop}
        onClose={() => setAsked(false)}
      />
    </>
  );
}
