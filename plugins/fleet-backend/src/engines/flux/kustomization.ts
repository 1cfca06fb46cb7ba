import type {
  ApplicationSource,
  HistoryEntry,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, timeOf } from '../fields';
import type { Health } from '../recordOf';
import { shortRevision } from '../shortRevision';
import { applicationRecord } from './applicationRecord';
import { kustomizationDriftFacts } from './driftFacts';
import { fluxHealth } from './fluxHealth';
import { referenceOf } from './referenceOf';
import { sourceType } from './sourceType';

/** Kustomizations as applications. */
export const kustomization: EngineKind = {
  group: 'kustomize.toolkit.fluxcd.io',
  kind: 'Kustomization',
  plural: 'kustomizations',
  versions: ['v1', 'v1beta2'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const revision = textOf(status.lastAppliedRevision);
    const version = revision && shortRevision(revision);
    return [
      applicationRecord('Kustomization', object, context, {
        health: healthOf(object, version ? `applied ${version}` : 'applied'),
        version,
        revision,
        attemptedRevision: textOf(status.lastAttemptedRevision),
        sources: sourcesOf(spec.sourceRef, textOf(spec.path), revision),
        sourceRef: referenceOf(spec.sourceRef, object),
        targetNamespace: textOf(spec.targetNamespace),
        drift: kustomizationDriftFacts(object),
        history: historyOf(status.history),
      }),
    ];
  },
};

/** Each run takes Ready away and gives it back: since when it is well is in the history, where there is one. */
function healthOf(object: KubernetesObject, healthy: string): Health {
  const health = fluxHealth(object, { healthy });
  return health.state === 'healthy'
    ? {
        ...health,
        since:
          wellSince(itemsOf(fieldsOf(object.status).history)) ?? health.since,
      }
    : health;
}

/** When what is applied was first, if nothing has failed since. */
function wellSince([last, ...others]: readonly unknown[]): string | undefined {
  const first = timeOf(fieldsOf(last).firstReconciled);
  const isWhole = others.every(other => {
    const { lastReconciled } = fieldsOf(other);
    const at = timeOf(lastReconciled);
    return first !== undefined && at !== undefined && at <= first;
  });
  return isWhole &&
    fieldsOf(last).lastReconciledStatus === 'ReconciliationSucceeded'
    ? first
    : undefined;
}

function sourcesOf(
  sourceRef: unknown,
  path: string | undefined,
  revision: string | undefined,
): ApplicationSource[] {
  const { kind, name } = fieldsOf(sourceRef);
  return [{ type: sourceType(kind), name: textOf(name), path, revision }];
}

function historyOf(history: unknown): HistoryEntry[] {
  return itemsOf(history).map(item => {
    const { metadata, digest, lastReconciled, lastReconciledStatus } =
      fieldsOf(item);
    return {
      revision: textOf(fieldsOf(metadata).revision) ?? textOf(digest) ?? '',
      at: timeOf(lastReconciled),
      status: textOf(lastReconciledStatus),
    };
  });
}
