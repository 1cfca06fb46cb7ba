import { Stack } from '@fleetcommander/backstage-plugin-fleet-react';
import { CertificateTable } from './CertificateTable';
import { FineToggle } from './FineToggle';
import { useTroubled } from './useTroubled';

/** The certificates of a cluster. */
export function ClusterCertificates(props: { cluster: string }) {
  const certificates = useTroubled(
    (api, ...query) => api.promotions.certificates(...query),
    `cluster=${props.cluster}`,
  );
  return (
    <Stack gap={1}>
      <div>
        <FineToggle troubled={certificates} />
      </div>
      <CertificateTable page="cluster" troubled={certificates} />
    </Stack>
  );
}
