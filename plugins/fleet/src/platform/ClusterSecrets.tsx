import { Stack } from '@fleetcommander/backstage-plugin-fleet-react';
import { FineToggle } from './FineToggle';
import { SecretTable } from './SecretTable';
import { useTroubled } from './useTroubled';

/** The secrets that are brought to a cluster, or from it. */
export function ClusterSecrets(props: { cluster: string }) {
  const secrets = useTroubled(
    (api, ...query) => api.promotions.secretSyncs(...query),
    `cluster=${props.cluster}`,
  );
  return (
    <Stack gap={1}>
      <div>
        <FineToggle troubled={secrets} />
      </div>
      <SecretTable page="cluster" troubled={secrets} />
    </Stack>
  );
}
