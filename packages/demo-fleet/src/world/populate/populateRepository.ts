import { KubernetesObject } from '../../types';
import { desiredState, isFrom } from '../controllers/desiredState';
import { revisionOf } from '../git/Git';
import { serviceChart } from '../manifests/serviceChart';
import { runsModernFlux } from '../plans';
import { FleetRepository } from '../repository/FleetRepository';
import {
  fleetSource,
  folderOfCluster,
  rootApplication,
  rootKustomization,
} from '../repository/fleetRoots';
import { kustomizationIn } from '../repository/kustomize/KustomizationFile';
import {
  applicationObjects,
  kustomizationObjects,
} from '../repository/repositoryManifests';
import { refOf } from '../resources/refOf';
import { Application, comparedStatus } from '../status/applicationStatus';
import { HelmRelease, releasedStatus } from '../status/helmReleaseStatus';
import { Kustomization, reconciledStatus } from '../status/kustomizationStatus';
import { succeededOperation } from '../status/operationStatus';
import { Source, sourceStatus } from '../status/sourceStatus';
import { expectedHealth } from '../workloads/workloadHealth';
import { putManifest } from './populateManifests';
import { putOld, recently, Site, writeStatus } from './Site';

/** What a cluster has from the fleet's repository, as its Flux or Argo CD, or that of its hub, last applied it. */
export function populateRepository(
  site: Site,
  repository: FleetRepository,
): void {
  const { plan, fleet } = site;
  const here = { site, repository };
  const isFolder = (name: string) =>
    kustomizationIn(
      repository.filesAt(repository.head),
      folderOfCluster({ name }),
    ) !== undefined;
  if (plan.delivery === 'flux' && isFolder(plan.name)) {
    putSource(here);
    put(here, rootKustomization(plan), 'flux');
  }
  if (plan.delivery === 'argocd' && isFolder(plan.name)) {
    put(here, rootApplication(plan, repository.url), 'kubectl');
  }
  if (plan.delivery === 'argocd-on-hub' && isFolder(plan.name)) {
    const root = rootApplication(plan, repository.url) as Application;
    const files = repository.filesAt(repository.head);
    for (const application of applicationObjects(root, files)) {
      putApplied(here, application as Application);
    }
  }
  if (plan.hub) {
    for (const spoke of fleet.plans) {
      if (spoke.delivery === 'argocd-on-hub' && isFolder(spoke.name)) {
        put(here, rootApplication(spoke, repository.url), 'kubectl');
      }
    }
  }
}

interface Here {
  site: Site;
  repository: FleetRepository;
  /** When what delivers it changed last. */
  changed?: Date;
}

function putSource({ site, repository }: Here): void {
  const source = putOld(site, fleetSource(repository.url), 'flux');
  const revision = revisionOf({ sha: repository.head });
  const status = sourceStatus(source as Source, revision, recently(site, 1));
  writeStatus(site, source, status, 'source-controller');
}

/** What is there already has come about otherwise. */
function put(here: Here, manifest: KubernetesObject, manager: string): void {
  const { site } = here;
  if (site.cluster.get(refOf(manifest))) {
    return;
  }
  if (manifest.kind === 'Kustomization') {
    putKustomization(here, manifest, manager);
  } else if (manifest.kind === 'HelmRelease') {
    putRelease(here, manifest);
  } else if (
    manifest.kind === 'Application' &&
    isFrom(manifest as Application, here.repository)
  ) {
    putApplication(here, manifest, manager);
  } else {
    putManifest(site, manifest, manager, here.changed);
  }
}

function putKustomization(
  here: Here,
  manifest: KubernetesObject,
  manager: string,
): void {
  const { site, repository } = here;
  const live = putOld(site, finalized(manifest), manager) as Kustomization;
  const manifests = kustomizationObjects(
    live,
    repository.filesAt(repository.head),
  );
  const folder = live.spec.path!.replace(/^\.\//, '');
  const changed = repository.changedAt(folder) ?? recently(site, 24);
  for (const each of manifests) {
    put({ ...here, changed }, each, 'kustomize-controller');
  }
  const revision = revisionOf({ sha: repository.head });
  const outcome = { revision, manifests, seconds: 1.4 };
  const status = reconciledStatus(live, outcome, changed, {
    history: runsModernFlux(site.plan.name),
  });
  writeStatus(site, live, status, 'kustomize-controller');
}

function putRelease({ site, changed }: Here, manifest: KubernetesObject): void {
  const live = putOld(
    site,
    finalized(manifest),
    'kustomize-controller',
  ) as HelmRelease;
  const manifests = serviceChart(live);
  for (const each of manifests) {
    putManifest(site, each, 'helm-controller', changed);
  }
  const { version } = live.spec.chart!.spec;
  const status = releasedStatus(
    live,
    { chartVersion: version, manifests },
    changed ?? recently(site, 24),
    { modern: runsModernFlux(site.plan.name) },
  );
  writeStatus(site, live, status, 'helm-controller');
}

/** With what it deploys, where that is beside it; what it deploys elsewhere is put there. */
function putApplication(
  here: Here,
  manifest: KubernetesObject,
  manager: string,
): void {
  const { site, repository } = here;
  const { cluster, fleet } = site;
  const live = putOld(site, manifest, manager) as Application;
  const changed =
    repository.changedAt(live.spec.source.path!) ?? recently(site, 24);
  if (!live.spec.destination.name) {
    putApplied({ ...here, changed }, live);
  }
  const desired = desiredState({ fleet, clusters: new Map() }, cluster, live)!;
  const { revision, manifests } = desired;
  const compared = manifests.map(each => ({
    manifest: each,
    synced: true,
    health: expectedHealth(each, fleet.registry),
  }));
  const status = comparedStatus(live, compared, revision, changed);
  const operation = {
    initiatedBy: { automated: true },
    sync: { revision, prune: true },
  };
  const done = succeededOperation(live, operation, manifests, changed);
  cluster.patch(
    refOf(live),
    { status: { ...status, ...done } },
    { manager: 'argocd-application-controller' },
  );
}

/** What an Application deployed to this cluster. */
function putApplied(here: Here, application: Application): void {
  const { site, repository } = here;
  const { path } = application.spec.source;
  const changed = repository.changedAt(path!) ?? recently(site, 24);
  const files = repository.filesAt(repository.head);
  for (const each of applicationObjects(application, files)) {
    put({ ...here, changed }, each, 'argocd-controller');
  }
}

function finalized(manifest: KubernetesObject): KubernetesObject {
  const finalizers = ['finalizers.fluxcd.io'];
  return { ...manifest, metadata: { ...manifest.metadata, finalizers } };
}
