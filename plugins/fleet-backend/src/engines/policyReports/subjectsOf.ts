import type {
  KubernetesObject,
  PolicySubject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, type Fields } from '../fields';

/**
 * The resources that an entry is about: those it names, else the one that the whole report is about, else the one that owns the
 * report, else the report itself.
 */
export function subjectsOf(
  entry: Fields,
  report: KubernetesObject,
): PolicySubject[] {
  const { namespace } = report.metadata;
  const named = [...itemsOf(entry.resources), ...itemsOf(entry.subjects)]
    .map(reference => subjectOf(reference, namespace))
    .filter(subject => subject !== undefined);
  if (named.length > 0) {
    return named;
  }
  const [owner] = itemsOf(report.metadata.ownerReferences);
  return [
    subjectOf(report.scope, namespace) ??
      subjectOf(owner, namespace) ?? {
        apiVersion: report.apiVersion,
        kind: report.kind,
        namespace,
        name: report.metadata.name,
      },
  ];
}

/** Kinds that no namespace holds, of those that reports tell of. A `Cluster` of a database lies in one. */
const withoutNamespace = /^(Namespace|Node|PersistentVolume|Cluster\w+)$/;

/** Reports often leave out the namespace that they lie in. */
function subjectOf(
  value: unknown,
  namespace: string | undefined,
): PolicySubject | undefined {
  const reference = fieldsOf(value);
  const kind = textOf(reference.kind);
  const name = textOf(reference.name);
  return kind && name
    ? {
        apiVersion: textOf(reference.apiVersion),
        kind,
        namespace:
          textOf(reference.namespace) ??
          (withoutNamespace.test(kind) ? undefined : namespace),
        name,
      }
    : undefined;
}
