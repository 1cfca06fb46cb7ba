import type {
  KubernetesObject,
  PolicySubject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf } from '../fields';

const prefix = 'trivy-operator.';

/**
 * What a report is about, by the labels that the operator sets; a name too long for a label is in an annotation. Reports that
 * others wrote are about what owns them, and those of nobody about themselves.
 * {@link https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/}
 */
export function scannedSubject({
  apiVersion,
  kind,
  metadata,
}: KubernetesObject): PolicySubject {
  const told = toldOf(metadata);
  const owner = fieldsOf(itemsOf(metadata.ownerReferences)[0]);
  const named = {
    kind: told('resource.kind') ?? textOf(owner.kind),
    name: told('resource.name') ?? textOf(owner.name),
  };
  if (!named.kind || !named.name) {
    return {
      apiVersion,
      kind,
      namespace: metadata.namespace,
      name: metadata.name,
    };
  }
  return {
    apiVersion:
      owner.kind === named.kind ? textOf(owner.apiVersion) : undefined,
    kind: named.kind,
    namespace: told('resource.namespace') ?? metadata.namespace,
    name: named.name,
  };
}

/** The container whose image a report is about. */
export function scannedContainer({
  metadata,
}: KubernetesObject): string | undefined {
  return toldOf(metadata)('container.name');
}

function toldOf(metadata: KubernetesObject['metadata']) {
  const labels = fieldsOf(metadata.labels);
  const annotations = fieldsOf(metadata.annotations);
  return (name: string) =>
    textOf(labels[prefix + name]) ?? textOf(annotations[prefix + name]);
}
