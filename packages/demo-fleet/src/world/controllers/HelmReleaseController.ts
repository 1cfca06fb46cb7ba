import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { deliveryId } from '../delivery/Delivery';
import { renderChart } from '../manifests/render';
import { serviceChart } from '../manifests/serviceChart';
import { deleteObject } from '../platform/deleteObject';
import { runsModernFlux } from '../plans';
import { refOf } from '../resources/refOf';
import {
  HelmRelease,
  hasInstalledValues,
  installedVersion,
  releasedStatus,
  upgradingStatus,
} from '../status/helmReleaseStatus';
import { Source, sourceStatus } from '../status/sourceStatus';
import { applyManifests } from './applyManifests';
import { announce } from './announce';
import {
  Controller,
  ControllerContext,
  keyOf,
  requestedAt,
} from './Controller';

const group = 'helm.toolkit.fluxcd.io';
const manager = 'helm-controller';
const sourceGroup = 'source.toolkit.fluxcd.io';

/** Plays helm-controller: it writes only when a release changes or when it is asked. */
export class HelmReleaseController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): HelmReleaseController {
    return new HelmReleaseController(context);
  }

  start(): void {}

  touched(
    cluster: ClusterObjects,
    object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group === group) {
      const { metadata, status } = object as HelmRelease;
      if (metadata.deletionTimestamp) {
        this.uninstall(cluster, ref, object as HelmRelease);
        return;
      }
      if (
        metadata.generation !== status?.observedGeneration ||
        requestedAt(object)
      ) {
        this.plan(cluster, ref);
      }
    } else if (ref.plural === 'ocirepositories') {
      this.sourceChanged(cluster, ref);
    }
  }

  private sourceChanged(cluster: ClusterObjects, source: ObjectRef): void {
    for (const object of cluster.list(group, 'helmreleases')) {
      const { metadata, spec } = object as HelmRelease;
      if (spec.chartRef?.name === source.name) {
        const { namespace, name } = metadata;
        this.plan(cluster, { group, plural: 'helmreleases', namespace, name });
      }
    }
  }

  private plan(cluster: ClusterObjects, ref: ObjectRef): void {
    const seconds = 1 + this.context.random.next();
    this.context.queue.plan(keyOf(cluster, ref), seconds, () =>
      this.begin(cluster, ref),
    );
  }

  private begin(cluster: ClusterObjects, ref: ObjectRef): void {
    const live = cluster.get(ref) as HelmRelease | undefined;
    if (!live || live.spec.suspend) {
      return;
    }
    const version = wantedVersion(cluster, live);
    const isInstalled =
      version === installedVersion(live) && hasInstalledValues(live);
    if (!version || isInstalled) {
      this.write(cluster, ref, {
        observedGeneration: live.metadata.generation,
        lastHandledReconcileAt: handled(live),
      });
      return;
    }
    if (!live.metadata.finalizers) {
      const metadata = { finalizers: ['finalizers.fluxcd.io'] };
      cluster.patch(ref, { metadata }, { manager });
    }
    this.write(cluster, ref, upgradingStatus(live, version, cluster.now()));
    this.context.queue.plan(keyOf(cluster, ref), 12, () =>
      this.release(cluster, ref, version),
    );
  }

  private uninstall(
    cluster: ClusterObjects,
    ref: ObjectRef,
    live: HelmRelease,
  ): void {
    const { fleet, touched } = this.context;
    if (!fleet.deliveries.find(idOf(cluster, ref))) {
      for (const object of serviceChart(live)) {
        deleteObject(cluster, refOf(object), manager, touched);
      }
      cluster.remove(ref);
    }
  }

  private release(
    cluster: ClusterObjects,
    ref: ObjectRef,
    chartVersion: string,
  ): void {
    const live = cluster.get(ref) as HelmRelease | undefined;
    const delivery = this.context.fleet.deliveries.find(idOf(cluster, ref));
    if (!live) {
      return;
    }
    const manifests = delivery
      ? renderChart(delivery, chartVersion)
      : serviceChart(live);
    applyManifests(cluster, manifests, manager, this.context.touched);
    const status = releasedStatus(
      live,
      { chartVersion, manifests },
      cluster.now(),
      { modern: runsModernFlux(cluster.name) },
    );
    this.write(cluster, ref, {
      ...status,
      lastHandledReconcileAt: handled(live),
    });
    this.updateChart(cluster, status.helmChart, chartVersion);
    const { reason, message } = status.conditions[0];
    announce(this.context, cluster, {
      regarding: live,
      type: 'Normal',
      reason,
      message,
      controller: manager,
    });
  }

  /** A chart from a HelmRepository has an object of its own. */
  private updateChart(
    cluster: ClusterObjects,
    helmChart: string | undefined,
    version: string,
  ): void {
    if (!helmChart) {
      return;
    }
    const [namespace, name] = helmChart.split('/');
    const ref = { group: sourceGroup, plural: 'helmcharts', namespace, name };
    const chart = cluster.patch(ref, { spec: { version } }, { manager });
    if (chart) {
      cluster.patch(
        ref,
        { status: sourceStatus(chart as Source, version, cluster.now()) },
        { manager: 'source-controller', subresource: 'status' },
      );
    }
  }

  private write(cluster: ClusterObjects, ref: ObjectRef, status: object): void {
    cluster.patch(ref, { status }, { manager, subresource: 'status' });
  }
}

function idOf(home: ClusterObjects, { namespace, name }: ObjectRef): string {
  return deliveryId({
    kind: 'HelmRelease',
    home,
    namespace: namespace!,
    name,
  });
}

function handled(live: HelmRelease): string | undefined {
  return requestedAt(live) ?? live.status?.lastHandledReconcileAt;
}

/** What the release should run: a version by name, or what its OCI source holds. */
function wantedVersion(
  cluster: ClusterObjects,
  { spec }: HelmRelease,
): string | undefined {
  if (!spec.chartRef) {
    return spec.chart?.spec.version;
  }
  const source = cluster.get({
    group: sourceGroup,
    plural: 'ocirepositories',
    namespace: spec.chartRef.namespace,
    name: spec.chartRef.name,
  }) as Source | undefined;
  return source?.status?.artifact?.revision.split('@')[0];
}
