import {
  ownerKey,
  type KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, nameOf, textOf } from './fields';

/** The application that an object says it was deployed by. */
export interface Owner {
  kind: 'Kustomization' | 'HelmRelease' | 'Application';
  /** Absent for an Argo CD Application that lives in Argo CD's own namespace. */
  namespace?: string;
  name: string;
}

/**
 * Reads the marks that Flux and Argo CD leave on what they apply.
 *
 * Charts set `app.kubernetes.io/instance` to the release, which is Argo CD's old tracking label too; an object that says that Helm
 * manages it therefore proves nothing with it.
 */
export function ownerOf(object: KubernetesObject): Owner | undefined {
  const labels = fieldsOf(object.metadata.labels);
  return (
    fluxOwner('Kustomization', 'kustomize', labels) ??
    fluxOwner('HelmRelease', 'helm', labels) ??
    trackingOwner(object) ??
    argocdOwner(labels['argocd.argoproj.io/instance']) ??
    (labels['app.kubernetes.io/managed-by'] === 'Helm'
      ? undefined
      : argocdOwner(labels['app.kubernetes.io/instance']))
  );
}

function fluxOwner(
  kind: 'Kustomization' | 'HelmRelease',
  group: 'kustomize' | 'helm',
  labels: Readonly<Record<string, unknown>>,
): Owner | undefined {
  const name = textOf(labels[`${group}.toolkit.fluxcd.io/name`]);
  const namespace = textOf(labels[`${group}.toolkit.fluxcd.io/namespace`]);
  return name && namespace ? { kind, namespace, name } : undefined;
}

/**
 * Reads `app:group/kind:namespace/name`. Controllers copy annotations to what they create; a tracking id that names another object
 * says nothing of this one.
 */
function trackingOwner(object: KubernetesObject): Owner | undefined {
  const id = textOf(
    fieldsOf(object.metadata.annotations)['argocd.argoproj.io/tracking-id'],
  );
  if (!id) {
    return undefined;
  }
  const { apiVersion, kind, metadata } = object;
  const group = apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));
  const colon = id.indexOf(':');
  return id.startsWith(`${group}/${kind}:`, colon + 1) &&
    id.endsWith(`/${metadata.name}`)
    ? argocdOwner(id.slice(0, colon))
    : undefined;
}

/** Reads `name`, or `namespace_name` for an Application outside Argo CD's own namespace. */
function argocdOwner(value: unknown): Owner | undefined {
  const text = nameOf(value);
  if (!text) {
    return undefined;
  }
  const underscore = text.indexOf('_');
  return underscore < 0
    ? { kind: 'Application', name: text }
    : {
        kind: 'Application',
        namespace: text.slice(0, underscore),
        name: text.slice(underscore + 1),
      };
}

/** What ties the record of what was deployed to the record of its owner. */
export function keyOfOwner({ kind, namespace, name }: Owner): string {
  return kind === 'Application'
    ? ownerKey({ kind, name: namespace ? `${namespace}_${name}` : name })
    : ownerKey({ kind, namespace, name });
}
