import { KubernetesObject, ObjectRef } from '../../types';
import { Delivery } from '../delivery/Delivery';
import { revisionOf } from '../git/Git';
import { render, renderChart } from '../manifests/render';
import { runsModernFlux } from '../plans';
import { secondsOf } from '../secondsOf';
import { before, timestamp } from '../status/conditions';
import { fluxReportSpec } from '../status/fluxReport';
import { healthCheckFailure } from '../status/healthCheckFailure';
import { HelmRelease, releasedStatus } from '../status/helmReleaseStatus';
import { digestOf } from '../status/inventory';
import {
  Kustomization,
  Outcome,
  reconciledStatus,
  Snapshot,
} from '../status/kustomizationStatus';
import { Source, sourceStatus } from '../status/sourceStatus';
import { previousVersion } from '../versions';
import { expectedHealth } from '../workloads/workloadHealth';
import { populatedChartVersion } from './populateManifests';
import { putOld, recently, Site, writeStatus } from './Site';

/** What Flux's controllers say of an application that one of them delivers. */
export function populateFluxStatus(site: Site, delivery: Delivery): void {
  if (delivery.kind === 'HelmRelease') {
    populateHelmRelease(site, delivery);
  } else {
    populateKustomization(site, delivery);
  }
}

function find<T extends KubernetesObject>(site: Site, ref: ObjectRef): T {
  const found = site.cluster.get(ref);
  if (!found) {
    throw new Error(
      `No application delivers ${ref.plural}/${ref.name} to ${site.plan.name}.`,
    );
  }
  return found as T;
}

function populateKustomization(site: Site, delivery: Delivery): void {
  const { cluster, random, fleet } = site;
  const { namespace, name } = delivery;
  const live = find<Kustomization>(site, {
    group: 'kustomize.toolkit.fluxcd.io',
    plural: 'kustomizations',
    namespace,
    name,
  });
  const manifests = render(delivery, fleet.git);
  const unhealthy = manifests.filter(
    manifest => expectedHealth(manifest, fleet.registry)?.status === 'Degraded',
  );
  const seconds = 0.4 + random.next() * 3;
  const age = unhealthy.length
    ? 16 * 60
    : random.next() * secondsOf(delivery.interval);
  const moment = before(cluster.now(), age);
  const outcome = {
    revision: fleet.git.revision,
    manifests,
    seconds,
    failure: unhealthy.length
      ? healthCheckFailure(unhealthy, true, seconds)
      : undefined,
  };
  const modern = runsModernFlux(site.plan.name);
  const history = modern ? earlierSnapshots(site, outcome, moment) : undefined;
  const status = reconciledStatus(
    { ...live, status: { history } },
    outcome,
    moment,
    { history: modern },
  );
  const lastAppliedRevision = unhealthy.length
    ? revisionOf(fleet.git.log[1])
    : outcome.revision;
  writeStatus(
    site,
    live,
    { ...status, lastAppliedRevision },
    'kustomize-controller',
  );
}

/** Runs of the past: of the present manifests, and of earlier commits that changed them. */
function earlierSnapshots(
  { fleet, random }: Site,
  { manifests, failure }: Outcome,
  moment: Date,
): Snapshot[] {
  const count = random.between(2, 4);
  return fleet.git.log.slice(0, count).map((commit, index) => {
    const lastReconciled = before(moment, 600 + index * 9 * 86_400);
    const total = random.between(20, 900);
    const isPresent = index === 0;
    return {
      digest: isPresent ? digestOf(manifests) : `sha256:${random.hex(64)}`,
      firstReconciled: timestamp(before(lastReconciled, total * 600)),
      lastReconciled: timestamp(lastReconciled),
      lastReconciledDuration: `${(0.3 + random.next() * 4).toFixed(6)}s`,
      lastReconciledStatus:
        (isPresent && failure?.reason) || 'ReconciliationSucceeded',
      totalReconciliations: total,
      metadata: { revision: revisionOf(commit) },
    };
  });
}

function populateHelmRelease(site: Site, delivery: Delivery): void {
  const { namespace, name } = delivery;
  const ref = {
    group: 'helm.toolkit.fluxcd.io',
    plural: 'helmreleases',
    namespace,
    name,
  };
  const live = find<HelmRelease>(site, ref);
  const version = populatedChartVersion(site, delivery);
  const status = [
    { chartVersion: previousVersion(version), daysAgo: 60 },
    { chartVersion: version, daysAgo: site.random.between(1, 20) },
  ].reduce<HelmRelease['status']>(
    (earlier, { chartVersion, daysAgo }) =>
      releasedStatus(
        { ...live, status: { history: earlier?.history } },
        { chartVersion, manifests: renderChart(delivery, chartVersion) },
        before(site.cluster.now(), daysAgo * 86_400),
        { modern: runsModernFlux(site.plan.name) },
      ),
    undefined,
  );
  writeStatus(site, live, status!, 'helm-controller');
  if (live.spec.chart) {
    populateHelmChart(site, live, version);
  }
  if (delivery.suspended) {
    site.cluster.patch(ref, { spec: { suspend: true } }, { manager: 'flux' });
  }
}

function populateHelmChart(
  site: Site,
  release: HelmRelease,
  version: string,
): void {
  const { name, namespace } = release.metadata;
  const chart = putOld(
    site,
    {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'HelmChart',
      metadata: {
        name: `${namespace}-${name}`,
        namespace: 'flux-system',
        labels: {
          'helm.toolkit.fluxcd.io/name': name,
          'helm.toolkit.fluxcd.io/namespace': namespace!,
        },
      },
      spec: {
        chart: name,
        version,
        interval: '10m0s',
        reconcileStrategy: 'ChartVersion',
        sourceRef: { kind: 'HelmRepository', name },
      },
    },
    'helm-controller',
  );
  const status = {
    ...sourceStatus(chart as Source, version, recently(site, 24)),
    observedChartName: name,
  };
  writeStatus(site, chart, status, 'source-controller');
}

/** flux-operator's own objects, where Flux was installed by it. */
export function populateFluxOperator(site: Site): void {
  const { cluster, plan, fleet } = site;
  const metadata = { name: 'flux', namespace: 'flux-system' };
  const instance = putOld(
    site,
    {
      apiVersion: 'fluxcd.controlplane.io/v1',
      kind: 'FluxInstance',
      metadata,
      spec: {
        distribution: { registry: 'ghcr.io/fluxcd', version: '2.9.x' },
        cluster: { type: 'kubernetes', multitenant: false },
        sync: {
          kind: 'GitRepository',
          url: 'ssh://git@git.example.org/platform/fleet',
          ref: 'refs/heads/main',
          path: `clusters/${plan.name}`,
          interval: '1m',
        },
      },
    },
    'kubectl-client-side-apply',
    'Update',
  );
  const moment = recently(site, 24);
  writeStatus(
    site,
    instance,
    {
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'ReconciliationSucceeded',
          message: 'Reconciliation finished in 4s',
          lastTransitionTime: timestamp(moment),
          observedGeneration: 1,
        },
      ],
      lastAppliedRevision: `v2.9.4@${`sha256:${site.random.hex(64)}`}`,
      lastAttemptedRevision: 'v2.9.4',
      components: [],
      history: [
        {
          digest: `sha256:${site.random.hex(64)}`,
          firstReconciled: timestamp(before(moment, 86_400)),
          lastReconciled: timestamp(moment),
          lastReconciledDuration: '4.012s',
          lastReconciledStatus: 'ReconciliationSucceeded',
          totalReconciliations: 24,
          metadata: { flux: 'v2.9.4', revision: fleet.git.revision },
        },
      ],
    },
    'flux-operator',
  );
  putOld(
    site,
    {
      apiVersion: 'fluxcd.controlplane.io/v1',
      kind: 'FluxReport',
      metadata,
      spec: fluxReportSpec(cluster, plan),
    },
    'flux-operator',
    'Update',
  );
}
