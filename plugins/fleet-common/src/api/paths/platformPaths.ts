import { get, paging } from './route';

/** Secrets that are brought from elsewhere, and certificates. */
export const platformPaths = {
  '/secret-syncs': get(
    'listSecretSyncs',
    'What secret engines keep the same; what needs a person first. Never a value.',
    'SecretSyncList',
    paging,
  ),
  '/certificates': get(
    'listCertificates',
    'Certificates; what fails or expires soonest first.',
    'CertificateList',
    paging,
  ),
};
