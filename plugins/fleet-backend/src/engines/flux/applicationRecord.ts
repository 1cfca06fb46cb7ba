import {
  ownerKey,
  type ApplicationRecord,
  type DeploymentTarget,
  type KubernetesObject,
  type ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf } from '../conditionOf';
import { fieldsOf, itemsOf, textOf, timeOf } from '../fields';
import { labelsOf } from '../labelsOf';
import { managedBy } from '../managedBy';
import { parseGoDuration } from '../parseGoDuration';
import { recordOf, type Health } from '../recordOf';
import { isSuspended } from './fluxHealth';
import { inventoryResources } from './inventoryResources';

/** What the two kinds of application in Flux have each in their own way. */
type OfKind = Pick<
  ApplicationRecord,
  | 'version'
  | 'revision'
  | 'attemptedRevision'
  | 'sources'
  | 'sourceRef'
  | 'targetNamespace'
  | 'drift'
  | 'history'
> & { health: Health };

/** The record of a Kustomization or HelmRelease. */
export function applicationRecord(
  kind: 'Kustomization' | 'HelmRelease',
  object: KubernetesObject,
  context: ProjectionContext,
  { health, ...ofKind }: OfKind,
): ApplicationRecord {
  const { name, namespace, deletionTimestamp } = object.metadata;
  const spec = fieldsOf(object.spec);
  const status = fieldsOf(object.status);
  const suspended = isSuspended(object);
  return {
    type: 'application',
    ...recordOf('flux', object, context, health),
    ...ofKind,
    labels: labelsOf(object),
    ownerKey: ownerKey({ kind, namespace, name }),
    target: targetOf(spec.kubeConfig, namespace),
    managedBy: managedBy(object),
    suspended,
    automated: !suspended,
    deleting: deletionTimestamp !== undefined,
    images: [],
    resources: inventoryResources(status),
    lastReconciledAt:
      timeOf(fieldsOf(itemsOf(status.history)[0]).lastReconciled) ??
      conditionOf(conditionsOf(status), 'Ready')?.since,
    intervalSeconds: parseGoDuration(textOf(spec.interval) ?? ''),
  };
}

function targetOf(
  kubeConfig: unknown,
  namespace: string | undefined,
): DeploymentTarget {
  if (kubeConfig === undefined) {
    return { type: 'own-cluster' };
  }
  const { secretRef, configMapRef } = fieldsOf(kubeConfig);
  const secretName = textOf(fieldsOf(secretRef).name);
  if (secretName) {
    return { type: 'kubeconfig', secretName, namespace };
  }
  const configMapName = textOf(fieldsOf(configMapRef).name);
  return {
    type: 'missing',
    message: configMapName
      ? `its cluster is named in ConfigMap ${configMapName}, which is not read`
      : 'spec.kubeConfig names no Secret',
  };
}
