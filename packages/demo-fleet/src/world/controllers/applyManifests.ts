import { ClusterObjects, KubernetesObject } from '../../types';
import { refOf } from '../resources/refOf';
import { Controller } from './Controller';

/** What applying did to one object. */
export interface AppliedChange {
  object: KubernetesObject;
  action: 'created' | 'configured';
}

/** What applying did, and at which object it had to stop. */
export interface Applied {
  changes: AppliedChange[];
  failure?: string;
}

/** Brings a cluster to what the manifests say, server-side: it writes only what differs, and leaves alone what Git does not set. */
export function applyManifests(
  cluster: ClusterObjects,
  manifests: readonly KubernetesObject[],
  manager: string,
  touched: Controller['touched'],
): Applied {
  const changes: AppliedChange[] = [];
  const options = { manager, operation: 'Apply' as const };
  for (const manifest of manifests) {
    const ref = refOf(manifest);
    const live = cluster.get(ref);
    if (live && covers(live, withoutVersion(manifest))) {
      continue;
    }
    const action = live ? 'configured' : 'created';
    let object: KubernetesObject;
    try {
      object = live
        ? cluster.patch(ref, withoutVersion(manifest), options)!
        : cluster.put(manifest, options);
    } catch (error) {
      const { kind, metadata } = manifest;
      const place = [kind, metadata.namespace, metadata.name].join('/');
      return { changes, failure: `${place} dry-run failed: ${error}` };
    }
    changes.push({ object, action });
    touched(cluster, object, ref);
  }
  return { changes };
}

/** Whether a cluster holds the object as Git describes it. */
export function isApplied(
  cluster: ClusterObjects,
  manifest: KubernetesObject,
): boolean {
  return covers(cluster.get(refOf(manifest)), withoutVersion(manifest));
}

/** The served version says nothing about the object itself. */
function withoutVersion({
  apiVersion: _,
  ...rest
}: KubernetesObject): Omit<KubernetesObject, 'apiVersion'> {
  return rest;
}

/** Whether every leaf that is wanted is there with that value. */
function covers(live: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(live) &&
      live.length === wanted.length &&
      wanted.every((item, index) => covers(live[index], item))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    return (
      typeof live === 'object' &&
      live !== null &&
      Object.entries(wanted).every(([key, value]) =>
        covers((live as Record<string, unknown>)[key], value),
      )
    );
  }
  return live === wanted;
}
