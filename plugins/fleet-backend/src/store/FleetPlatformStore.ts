import type {
  CertificateList,
  SecretSyncList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ListQuery } from './FleetQueryStore';

/** What engines bring beside applications: secrets from elsewhere, and certificates. */
export interface FleetPlatformStore {
  listSecretSyncs(query: ListQuery): Promise<SecretSyncList>;
  listCertificates(query: ListQuery): Promise<CertificateList>;
}
