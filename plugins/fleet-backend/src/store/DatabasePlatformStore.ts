import type {
  CertificateList,
  SecretSyncList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetPlatformStore } from './FleetPlatformStore';
import type { ListQuery } from './FleetQueryStore';
import { listCertificates } from './queries/platform/listCertificates';
import { listSecretSyncs } from './queries/platform/listSecretSyncs';
import type { QueryContext } from './queries/QueryContext';

/** Secrets and certificates in SQLite or PostgreSQL. */
export class DatabasePlatformStore implements FleetPlatformStore {
  constructor(private readonly context: QueryContext) {}

  listSecretSyncs(query: ListQuery): Promise<SecretSyncList> {
    return listSecretSyncs(this.context, query);
  }

  listCertificates(query: ListQuery): Promise<CertificateList> {
    return listCertificates(this.context, query);
  }
}
