import type { HistoryEntry } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { fieldsOf, itemsOf, textOf, timeOf, type Fields } from '../fields';
import type { Health } from '../recordOf';
import { applicationRecord } from './applicationRecord';
import { helmReleaseDriftFacts } from './driftFacts';
import { fluxHealth } from './fluxHealth';
import { referenceOf } from './referenceOf';
import { sourceType } from './sourceType';

/** HelmReleases as applications. */
export const helmRelease: EngineKind = {
  group: 'helm.toolkit.fluxcd.io',
  kind: 'HelmRelease',
  plural: 'helmreleases',
  versions: ['v2', 'v2beta2', 'v2beta1'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const latest = fieldsOf(itemsOf(status.history)[0]);
    const revision =
      textOf(latest.chartVersion) ?? textOf(status.lastAppliedRevision);
    const chart = fieldsOf(fieldsOf(spec.chart).spec);
    const sourceRef = spec.chartRef ?? chart.sourceRef;
    const { kind, name } = fieldsOf(sourceRef);
    return [
      applicationRecord('HelmRelease', object, context, {
        health: healthOf(object, latest, revision),
        version: revision,
        revision,
        attemptedRevision: textOf(status.lastAttemptedRevision),
        sources: [
          {
            type: kind === undefined ? 'helm' : sourceType(kind),
            name: textOf(name),
            chart: textOf(chart.chart) ?? textOf(latest.chartName),
            ref: textOf(chart.version),
            revision,
          },
        ],
        sourceRef: referenceOf(sourceRef, object),
        targetNamespace:
          textOf(spec.targetNamespace) ?? object.metadata.namespace,
        drift: helmReleaseDriftFacts(object),
        history: historyOf(status.history),
      }),
    ];
  },
};

function healthOf(
  object: KubernetesObject,
  latest: Fields,
  version: string | undefined,
): Health {
  const appVersion = textOf(latest.appVersion);
  const running = `runs ${version ?? 'its chart'}`;
  const health = fluxHealth(object, {
    healthy: appVersion ? `${running} (app ${appVersion})` : running,
  });
  const drifted = conditionOf(conditionsOf(object.status), 'Drifted');
  return health.state === 'healthy' && drifted?.status === 'True'
    ? {
        state: 'degraded',
        summary: 'differs from its chart',
        ...toldBy(drifted),
      }
    : health;
}

function historyOf(history: unknown): HistoryEntry[] {
  return itemsOf(history).map(item => {
    const { chartVersion, lastDeployed, status } = fieldsOf(item);
    return {
      revision: textOf(chartVersion) ?? '',
      at: timeOf(lastDeployed),
      status: textOf(status),
    };
  });
}
