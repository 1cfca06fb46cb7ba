import { KustomizationFile } from './KustomizationFile';
import { isNamespaced, rename, Resource } from './Resource';

interface Subject {
  kind?: string;
  name?: string;
  namespace?: string;
}

/** Puts all that lies in namespaces into one; a Namespace takes its name. */
export function changeNamespace(
  resources: readonly Resource[],
  { namespace }: Pick<KustomizationFile, 'namespace'>,
): void {
  if (!namespace) {
    return;
  }
  for (const resource of resources) {
    const { object } = resource;
    if (object.kind === 'Namespace') {
      rename(resource, { name: namespace });
    } else if (isNamespaced(object.kind)) {
      rename(resource, { namespace });
    }
    for (const subject of subjectsOf(object.subjects)) {
      if (subject.kind === 'ServiceAccount' && subject.name === 'default') {
        subject.namespace = namespace;
      }
    }
  }
}

function subjectsOf(subjects: unknown): Subject[] {
  return Array.isArray(subjects) ? subjects : [];
}
