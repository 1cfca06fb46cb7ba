import { KubernetesObject } from '../../types';
import { Delivery } from '../delivery/Delivery';
import {
  applicationManifest,
  projectManifests,
} from '../manifests/argocdManifests';
import { applicationSetManifests } from '../manifests/applicationSetManifests';
import { render } from '../manifests/render';
import { refOf } from '../resources/refOf';
import {
  Application,
  comparedStatus,
  overallHealth,
  unknownDestinationStatus,
} from '../status/applicationStatus';
import { applicationSetStatus } from '../status/applicationSetStatus';
import { before, timestamp } from '../status/conditions';
import { succeededOperation } from '../status/operationStatus';
import { expectedHealth } from '../workloads/workloadHealth';
import { stuckForSeconds } from './populateManifests';
import { putOld, recently, Site, writeStatus } from './Site';

/** Argo CD's own objects: projects, sets and the Applications of this cluster. */
export function populateArgocd(
  site: Site,
  deliveries: readonly Delivery[],
): void {
  for (const project of projectManifests(deliveries)) {
    putOld(site, project, 'kubectl-client-side-apply', 'Update');
  }
  const sets = new Map<string, KubernetesObject>();
  for (const manifest of applicationSetManifests(deliveries)) {
    const { name } = manifest.metadata;
    const set = putOld(site, manifest, 'kubectl-client-side-apply', 'Update');
    sets.set(name, set);
    const generated = deliveries.filter(({ parent }) => parent === name);
    const status = applicationSetStatus(set, generated, recently(site, 24));
    writeStatus(site, set, status, 'argocd-applicationset-controller');
  }
  for (const delivery of deliveries) {
    populateApplication(site, delivery, sets.get(delivery.parent ?? ''));
  }
}

function populateApplication(
  site: Site,
  delivery: Delivery,
  set: KubernetesObject | undefined,
): void {
  const manifest = applicationManifest(delivery);
  if (set) {
    const { apiVersion, kind, metadata } = set;
    manifest.metadata.ownerReferences = [
      {
        apiVersion,
        kind,
        name: metadata.name,
        uid: metadata.uid,
        controller: true,
        blockOwnerDeletion: true,
      },
    ];
  }
  const live = putOld(
    site,
    manifest,
    set ? 'argocd-applicationset-controller' : 'kubectl-client-side-apply',
    'Update',
  ) as Application;
  site.cluster.patch(
    refOf(live),
    { status: statusOf(site, delivery, live) },
    { manager: 'argocd-application-controller' },
  );
}

function statusOf(site: Site, delivery: Delivery, live: Application): object {
  const { git, registry } = site.fleet;
  if (!delivery.target) {
    return unknownDestinationStatus(live, recently(site, 24));
  }
  const manifests = render(delivery, git);
  const compared = manifests.map(manifest => ({
    manifest,
    synced: true,
    health: expectedHealth(manifest, registry),
  }));
  const { cluster, random } = site;
  const settledFor = random.between(stuckForSeconds, 20 * 86_400);
  const healthStatus = overallHealth(compared);
  const since = before(
    cluster.now(),
    healthStatus === 'Healthy' ? settledFor : stuckForSeconds,
  );
  const health = {
    status: healthStatus,
    lastTransitionTime: timestamp(since),
  };
  let status = comparedStatus(
    { ...live, status: { health } },
    compared,
    git.head.sha,
    before(cluster.now(), random.between(0, 180)),
  );
  for (const [commit, age] of [
    [git.log[2], 30 * 86_400],
    [git.log[0], 12 * 3600],
  ] as const) {
    const operation = {
      initiatedBy: { automated: true },
      sync: { revision: commit.sha, prune: true },
    };
    const synced = succeededOperation(
      { ...live, status },
      operation,
      manifests,
      before(cluster.now(), age),
    );
    status = { ...status, ...synced };
  }
  return status;
}
