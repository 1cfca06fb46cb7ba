import {
  ErrorNotice,
  Section,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { ReactNode } from 'react';
import { CertificateTable } from './CertificateTable';
import { FineToggle } from './FineToggle';
import { SecretTable } from './SecretTable';
import { useTroubled, type Troubled } from './useTroubled';

/** The secrets and certificates of an entity; of what it has none, nothing is said. */
export function EntityPlatform(props: { entityRef: string }) {
  const scope = `entity=${props.entityRef}`;
  const secrets = useTroubled(
    (api, ...query) => api.promotions.secretSyncs(...query),
    scope,
  );
  const certificates = useTroubled(
    (api, ...query) => api.promotions.certificates(...query),
    scope,
  );
  return (
    <>
      <Part
        title="Secrets"
        subtitle="Brought from elsewhere; what they hold is never read"
        troubled={secrets}
      >
        <SecretTable page="entity" troubled={secrets} />
      </Part>
      <Part
        title="Certificates"
        subtitle="What cannot be renewed or ends soon comes first"
        troubled={certificates}
      >
        <CertificateTable page="entity" troubled={certificates} />
      </Part>
    </>
  );
}

function Part(props: {
  title: string;
  subtitle: string;
  troubled: Troubled<unknown>;
  children: ReactNode;
}) {
  const { title, subtitle, troubled, children } = props;
  const { list, fine } = troubled;
  if (fine === undefined && list.error) {
    return (
      <ErrorNotice error={list.error} what={`the ${title.toLowerCase()}`} />
    );
  }
  return fine === undefined || list.items.length + fine === 0 ? null : (
    <Section
      title={title}
      subtitle={subtitle}
      action={<FineToggle troubled={troubled} />}
      flush
    >
      {children}
    </Section>
  );
}
