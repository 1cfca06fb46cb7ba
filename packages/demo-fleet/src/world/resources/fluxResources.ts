import { ResourceDefinition } from '../../types';
import { resource } from './resource';

const status = { subresources: ['status' as const] };

interface ServedVersions {
  helm: string[];
  image: string[];
  kustomize: string[];
  oci: string[];
  source: string[];
}

function controllers(served: ServedVersions): ResourceDefinition[] {
  const source = (kind: string, versions: string[], shortNames: string[]) =>
    resource('source.toolkit.fluxcd.io', versions, kind, {
      ...status,
      shortNames,
    });
  const image = (kind: string, shortNames: string[]) =>
    resource('image.toolkit.fluxcd.io', served.image, kind, {
      ...status,
      shortNames,
    });
  return [
    source('GitRepository', served.source, ['gitrepo']),
    source('HelmRepository', served.source, ['helmrepo']),
    source('HelmChart', served.source, ['hc']),
    source('Bucket', served.source, []),
    source('OCIRepository', served.oci, ['ocirepo']),
    resource('kustomize.toolkit.fluxcd.io', served.kustomize, 'Kustomization', {
      ...status,
      shortNames: ['ks'],
    }),
    resource('helm.toolkit.fluxcd.io', served.helm, 'HelmRelease', {
      ...status,
      shortNames: ['hr'],
    }),
    resource('notification.toolkit.fluxcd.io', ['v1beta3'], 'Alert'),
    resource('notification.toolkit.fluxcd.io', ['v1beta3'], 'Provider'),
    resource('notification.toolkit.fluxcd.io', ['v1'], 'Receiver', status),
    image('ImageRepository', ['imgrepo']),
    image('ImagePolicy', ['imgpol']),
    image('ImageUpdateAutomation', ['iua']),
  ];
}

/** Flux 2.9 with flux-operator. */
export const fluxResources: ResourceDefinition[] = [
  ...controllers({
    helm: ['v2'],
    image: ['v1'],
    kustomize: ['v1'],
    oci: ['v1'],
    source: ['v1'],
  }),
  resource('source.toolkit.fluxcd.io', ['v1'], 'ExternalArtifact', status),
  resource(
    'source.extensions.fluxcd.io',
    ['v1beta1'],
    'ArtifactGenerator',
    status,
  ),
  ...[
    'FluxInstance',
    'FluxReport',
    'ResourceSet',
    'ResourceSetInputProvider',
  ].map(kind => resource('fluxcd.controlplane.io', ['v1'], kind, status)),
];

/** Flux 2.4, bootstrapped without flux-operator: fewer kinds, and versions that are gone from later releases. */
export const olderFluxResources = controllers({
  helm: ['v2', 'v2beta2'],
  image: ['v1beta2'],
  kustomize: ['v1', 'v1beta2'],
  oci: ['v1beta2'],
  source: ['v1', 'v1beta2'],
});
