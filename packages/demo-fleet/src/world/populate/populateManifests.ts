import { KubernetesObject } from '../../types';
import { Delivery } from '../delivery/Delivery';
import { podTemplateOf } from '../manifests/podTemplate';
import { render, renderChart } from '../manifests/render';
import { refOf } from '../resources/refOf';
import { before } from '../status/conditions';
import { imageStatus } from '../status/imageStatus';
import { Source, sourceRevision, sourceStatus } from '../status/sourceStatus';
import { previousVersion } from '../versions';
import { isWorkload, settleWorkload } from '../workloads/settleWorkload';
import { Workload } from '../workloads/Workload';
import { putOld, recently, Site, writeStatus } from './Site';

/** For how long what cannot start has been trying. */
export const stuckForSeconds = 18 * 60;

const managers = {
  Kustomization: 'kustomize-controller',
  HelmRelease: 'helm-controller',
  Application: 'argocd-controller',
};

/** The version of the chart that a HelmRelease has installed: a suspended one stayed behind. */
export function populatedChartVersion(site: Site, delivery: Delivery): string {
  const [component] = delivery.components;
  const wanted = site.fleet.git.version(component, delivery.home);
  return delivery.suspended ? previousVersion(wanted) : wanted;
}

/** What an application's engine applied to its target long ago. */
export function populateManifests(site: Site, delivery: Delivery): void {
  const manifests =
    delivery.kind === 'HelmRelease'
      ? renderChart(delivery, populatedChartVersion(site, delivery))
      : render(delivery, site.fleet.git);
  for (const manifest of manifests) {
    putManifest(site, manifest, managers[delivery.kind]);
  }
}

/** @param rolledOut - when a workload came to be as it is; by default, some day of the last weeks. */
export function putManifest(
  site: Site,
  manifest: KubernetesObject,
  manager: string,
  rolledOut?: Date,
): void {
  if (isWorkload(refOf(manifest))) {
    putWorkload(site, manifest, manager, rolledOut);
    return;
  }
  const object = putOld(site, asFound(manifest), manager);
  const { fleet } = site;
  if (object.kind === 'GitRepository') {
    writeSource(site, object, fleet.git.revision);
  } else if (/^(OCI|Helm)Repository$/.test(object.kind)) {
    writeSource(site, object, sourceRevision(object as Source));
  } else if (object.kind.startsWith('Image')) {
    const status = imageStatus(object, fleet.git, recently(site, 1));
    writeStatus(site, object, status, 'image-reflector-controller');
  } else if (object.kind === 'Receiver') {
    writeReceiver(site, object);
  }
}

function putWorkload(
  site: Site,
  manifest: KubernetesObject,
  manager: string,
  rolledOut = recently(site, 20 * 24),
): void {
  const { cluster, fleet } = site;
  const { registry } = fleet;
  const working = withImages(manifest, image => registry.before(image));
  const object = putOld(site, working, manager) as Workload;
  settleWorkload(cluster, object, registry, rolledOut);
  if (working !== manifest) {
    const { spec, metadata } = manifest;
    const broken = cluster.patch(
      refOf(manifest),
      { spec, metadata },
      { manager, operation: 'Apply' },
    ) as Workload;
    settleWorkload(
      cluster,
      broken,
      registry,
      before(cluster.now(), stuckForSeconds),
    );
  }
}

/** The manifest itself where nothing is to be replaced. */
function withImages(
  manifest: KubernetesObject,
  replace: (image: string) => string,
): KubernetesObject {
  const containers = podTemplateOf(manifest)?.spec.containers ?? [];
  if (containers.every(({ image }) => replace(image) === image)) {
    return manifest;
  }
  const copy = structuredClone(manifest);
  for (const container of podTemplateOf(copy)?.spec.containers ?? []) {
    container.image = replace(container.image);
  }
  return copy;
}

/** With what others than its engine add: Flux's controllers finalize what they reconcile, and namespaces are active. */
function asFound(manifest: KubernetesObject): KubernetesObject {
  const { apiVersion, kind, metadata } = manifest;
  if (kind === 'Namespace') {
    return { ...manifest, status: { phase: 'Active' } };
  }
  return /^(kustomize|helm|source|image)\.toolkit/.test(apiVersion)
    ? {
        ...manifest,
        metadata: { ...metadata, finalizers: ['finalizers.fluxcd.io'] },
      }
    : manifest;
}

function writeSource(
  site: Site,
  source: KubernetesObject,
  revision: string,
): void {
  const status = sourceStatus(source as Source, revision, recently(site, 24));
  writeStatus(site, source, status, 'source-controller');
}

function writeReceiver(site: Site, receiver: KubernetesObject): void {
  const observedGeneration = receiver.metadata.generation ?? 1;
  const webhookPath = `/hook/${site.random.hex(64)}`;
  const status = {
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        reason: 'Succeeded',
        message: `Receiver initialized for path: ${webhookPath}`,
        lastTransitionTime: receiver.metadata.creationTimestamp,
        observedGeneration,
      },
    ],
    observedGeneration,
    webhookPath,
  };
  writeStatus(site, receiver, status, 'notification-controller');
}
