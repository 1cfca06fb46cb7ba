import { ResourceDefinition } from '../../types';
import { laggard } from '../plans';
import { resource } from './resource';

/** External Secrets 2.9; where it is still to be upgraded, one that serves nothing newer than `v1beta1`. */
export function externalSecretsResources(
  cluster: string,
): ResourceDefinition[] {
  const kind = (
    name: string,
    versions: string[],
    options: Partial<ResourceDefinition> = {},
  ) =>
    resource('external-secrets.io', versions, name, {
      categories: ['external-secrets'],
      subresources: ['status'],
      ...options,
    });
  const served = [cluster === laggard ? 'v1beta1' : 'v1'];
  return [
    kind('ExternalSecret', served, { shortNames: ['es'] }),
    kind('SecretStore', served, { shortNames: ['ss'] }),
    kind('ClusterExternalSecret', served, {
      namespaced: false,
      shortNames: ['ces'],
    }),
    kind('ClusterSecretStore', served, {
      namespaced: false,
      shortNames: ['css'],
    }),
    kind('PushSecret', ['v1alpha1'], { shortNames: ['ps'] }),
  ];
}
