import { ResourceDefinition } from '../../types';
import { resource } from './resource';

const kind = (name: string, options: Partial<ResourceDefinition> = {}) =>
  resource('cert-manager.io', ['v1'], name, {
    categories: ['cert-manager'],
    subresources: ['status'],
    ...options,
  });

/** cert-manager 1.21. */
export const certManagerResources: ResourceDefinition[] = [
  kind('Certificate', { shortNames: ['cert', 'certs'] }),
  kind('CertificateRequest', { shortNames: ['cr', 'crs'] }),
  kind('Issuer'),
  kind('ClusterIssuer', { namespaced: false }),
];
