import { editYaml } from '@fleetcommander/backstage-plugin-fleet-node';
import { entryOf, indexOf, type Kustomization } from './Kustomization';

/** The text of a kustomization with a file among its resources: in its place where they are sorted, else at their end. */
export function addResource(
  kustomization: Kustomization,
  file: string,
): string {
  const { path, text, resources } = kustomization;
  if (indexOf(kustomization, file) !== undefined) {
    return text;
  }
  const entry = entryOf(path, file);
  const isSorted =
    resources.length > 1 &&
    resources.every((resource, i) => i === 0 || resources[i - 1] <= resource);
  const later = isSorted
    ? resources.findIndex(resource => resource > entry)
    : -1;
  return editYaml(text, [
    {
      op: 'insert',
      path: ['resources'],
      value: entry,
      at: later < 0 ? undefined : later,
    },
  ]).text;
}
