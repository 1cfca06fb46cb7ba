import {
  ErrorNotice,
  Section,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { ReactNode } from 'react';
import { CertificateTable } from './CertificateTable';
import { FineToggle } from './FineToggle';
import { SecretTable } from './SecretTable';
import { useTroubled, type Troubled } from './useTroubled';

/**
 * The secrets and certificates of an entity or of a cluster; of what it has none, nothing is said.
 *
 * @param props - `scope`: a filter, as `cluster=prod-1`.
 */
export function PlatformSections(props: {
  page: 'cluster' | 'entity';
  scope: string;
}) {
  const { page, scope } = props;
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
        <SecretTable page={page} troubled={secrets} />
      </Part>
      <Part
        title="Certificates"
        subtitle="What cannot be renewed or ends soon comes first"
        troubled={certificates}
      >
        <CertificateTable page={page} troubled={certificates} />
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
      flush={list.items.length > 0}
    >
      {children}
    </Section>
  );
}
