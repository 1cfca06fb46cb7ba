import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { deliveryId } from '../delivery/Delivery';
import { renderChart } from '../manifests/render';
import { runsModernFlux } from '../plans';
import {
  HelmRelease,
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
    if (!version || version === installedVersion(live)) {
      this.write(cluster, ref, {
        observedGeneration: live.metadata.generation,
        lastHandledReconcileAt: handled(live),
      });
      return;
    }
    this.write(cluster, ref, upgradingStatus(live, version, cluster.now()));
    this.context.queue.plan(keyOf(cluster, ref), 12, () =>
      this.release(cluster, ref, version),
    );
  }

  private release(
    cluster: ClusterObjects,
    ref: ObjectRef,
    chartVersion: string,
  ): void {
    const live = cluster.get(ref) as HelmRelease | undefined;
    const delivery = this.context.fleet.deliveries.find(
      deliveryId({
        kind: 'HelmRelease',
        home: cluster,
        namespace: ref.namespace!,
        name: ref.name,
      }),
    );
    if (!live || !delivery) {
      return;
    }
    const manifests = renderChart(delivery, chartVersion);
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
