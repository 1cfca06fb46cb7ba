import type {
  ApplicationSource,
  HistoryEntry,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, timeOf } from '../fields';
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
        health: fluxHealth(object, {
          healthy: version ? `applied ${version}` : 'applied',
        }),
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
