import type { Certificate } from '@fleetcommander/backstage-plugin-fleet-common';
import { Age } from '@fleetcommander/backstage-plugin-fleet-react';
import { certificateColumns } from './certificateColumns';
import { EngineWords } from './EngineWords';
import { TroubledTable } from './TroubledTable';
import type { Troubled } from './useTroubled';

const columns = {
  cluster: certificateColumns('cluster'),
  entity: certificateColumns('entity'),
};

/** Certificates: which cannot be had, and which end before somebody looks. */
export function CertificateTable(props: {
  page: 'cluster' | 'entity';
  troubled: Troubled<Certificate>;
}) {
  const { page, troubled } = props;
  return (
    <TroubledTable
      label="Certificates"
      troubled={troubled}
      columns={columns[page]}
      expand={certificate => (
        <EngineWords
          item={certificate}
          facts={[
            { key: 'Hosts', value: certificate.names.join(', ') },
            { key: 'Issuer', value: certificate.issuer },
            { key: 'Secret in the cluster', value: certificate.target },
            { key: 'Failed attempts', value: certificate.failedAttempts },
            {
              key: 'Last failure',
              value: certificate.lastFailureAt && (
                <Age at={certificate.lastFailureAt} />
              ),
            },
            { key: 'Issued so often', value: certificate.revision },
          ]}
        />
      )}
    />
  );
}
