import { KubernetesObject } from '../../types';
import { before, Condition, conditions, timestamp } from './conditions';
import { digestOf, inventory } from './inventory';

interface ReleaseSnapshot {
  chartVersion: string;
  version: number;
  status: string;
  [field: string]: unknown;
}

/** A HelmRelease as far as its controller reads it back. */
export interface HelmRelease extends KubernetesObject {
  spec: {
    interval: string;
    suspend?: boolean;
    chart?: { spec: { chart: string; version: string } };
    chartRef?: { name: string; namespace?: string };
    values?: object;
    driftDetection?: { mode: string };
  };
  status?: {
    conditions?: Condition[];
    history?: ReleaseSnapshot[];
    lastHandledReconcileAt?: string;
    observedGeneration?: number;
  };
}

/** The chart version of the release that runs. */
export function installedVersion(live: HelmRelease): string | undefined {
  return live.status?.history?.[0]?.chartVersion.split('+')[0];
}

/** Whether it was installed with the values that it has. */
export function hasInstalledValues({ spec, status }: HelmRelease): boolean {
  return status?.history?.[0]?.configDigest === digestOf(spec.values ?? {});
}

/** While a chart is being installed or upgraded. */
export function upgradingStatus(
  live: HelmRelease,
  chartVersion: string,
  moment: Date,
) {
  const observedGeneration = live.metadata.generation ?? 1;
  const message = `Running 'upgrade' action with timeout of 5m0s`;
  return {
    conditions: conditions(live.status?.conditions, moment, [
      {
        type: 'Reconciling',
        status: 'True',
        reason: 'Progressing',
        message,
        observedGeneration,
      },
      {
        type: 'Ready',
        status: 'Unknown',
        reason: 'Progressing',
        message,
        observedGeneration,
      },
      ...(live.status?.conditions ?? []).filter(
        ({ type }) => type === 'Released',
      ),
    ]),
    lastAttemptedRevision: chartVersion,
  };
}

/** After the release; what Flux 2.8 added only where `modern`. */
export function releasedStatus(
  live: HelmRelease,
  release: { chartVersion: string; manifests: readonly KubernetesObject[] },
  moment: Date,
  options: { modern: boolean },
) {
  const { name, namespace } = live.metadata;
  const observedGeneration = live.metadata.generation ?? 1;
  const earlier = live.status?.history ?? [];
  const version = (earlier[0]?.version ?? 0) + 1;
  const action = version === 1 ? 'install' : 'upgrade';
  const oci = live.spec.chartRef !== undefined;
  const ociDigest = digestOf(`${name}:${release.chartVersion}`);
  const chartVersion = oci
    ? `${release.chartVersion}+${ociDigest.slice(7, 19)}`
    : release.chartVersion;
  const configDigest = digestOf(live.spec.values ?? {});
  const released = {
    status: 'True' as const,
    reason: version === 1 ? 'InstallSucceeded' : 'UpgradeSucceeded',
    message: `Helm ${action} succeeded for release ${namespace}/${name}.v${version} with chart ${name}@${chartVersion}`,
    observedGeneration,
  };
  return {
    conditions: conditions(live.status?.conditions, moment, [
      { type: 'Ready', ...released },
      { type: 'Released', ...released },
      ...(options.modern
        ? [
            {
              type: 'Drifted',
              status: 'False' as const,
              reason: 'NoDriftDetected',
              message: 'Cluster state matches the release manifest',
              observedGeneration,
            },
          ]
        : []),
    ]),
    ...(oci ? {} : { helmChart: `flux-system/${namespace}-${name}` }),
    history: [
      {
        name,
        namespace,
        chartName: name,
        chartVersion,
        appVersion: release.chartVersion,
        configDigest,
        digest: digestOf(release.manifests),
        firstDeployed:
          earlier[0]?.firstDeployed ?? timestamp(before(moment, 20)),
        lastDeployed: timestamp(moment),
        status: 'deployed',
        version,
        ...(options.modern ? { action } : {}),
        ...(oci ? { ociDigest } : {}),
      },
      ...earlier
        .slice(0, 1)
        .map(snapshot => ({ ...snapshot, status: 'superseded' })),
    ],
    ...(options.modern ? { inventory: inventory(release.manifests) } : {}),
    lastAttemptedConfigDigest: configDigest,
    lastAttemptedGeneration: observedGeneration,
    lastAttemptedReleaseAction: action,
    lastAttemptedRevision: chartVersion,
    ...(oci ? { lastAttemptedRevisionDigest: ociDigest } : {}),
    observedGeneration,
    storageNamespace: namespace,
  };
}
