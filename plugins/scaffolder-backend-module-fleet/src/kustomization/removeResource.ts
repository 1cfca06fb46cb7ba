import { editYaml } from '@fleetcommander/backstage-plugin-fleet-node';
import { indexOf, type Kustomization } from './Kustomization';

/** The text of a kustomization without a file among its resources. */
export function removeResource(
  kustomization: Kustomization,
  file: string,
): string {
  const index = indexOf(kustomization, file);
  return index === undefined
    ? kustomization.text
    : editYaml(kustomization.text, [
        { op: 'delete', path: ['resources', index] },
      ]).text;
}
