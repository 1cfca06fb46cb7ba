import type { SecretSync } from '@fleetcommander/backstage-plugin-fleet-common';
import { EngineWords } from './EngineWords';
import { secretColumns } from './secretColumns';
import { TroubledTable } from './TroubledTable';
import type { Troubled } from './useTroubled';

const columns = {
  cluster: secretColumns('cluster'),
  entity: secretColumns('entity'),
};

/** Secrets that are brought from elsewhere: which is not, and which not in time. */
export function SecretTable(props: {
  page: 'cluster' | 'entity';
  troubled: Troubled<SecretSync>;
}) {
  const { page, troubled } = props;
  return (
    <TroubledTable
      label="Secrets"
      troubled={troubled}
      columns={columns[page]}
      expand={secret => (
        <EngineWords
          item={secret}
          facts={[
            { key: 'Store', value: secret.store },
            { key: 'Secret in the cluster', value: secret.target },
          ]}
        />
      )}
    />
  );
}
