import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ResourcePath } from '../kubernetes/KubernetesClient';

/** Where an object of a kind that an engine reads lies in the API. */
export function resourceOf(
  engines: readonly Engine[],
  object: {
    apiVersion: string;
    kind: string;
    namespace?: string;
    name: string;
  },
): Required<Omit<ResourcePath, 'namespace'>> & { namespace?: string } {
  const [version, group = ''] = object.apiVersion.split('/').reverse();
  for (const { kinds } of engines) {
    const known = kinds.find(
      kind => kind.group === group && kind.kind === object.kind,
    );
    if (known) {
      const { namespace, name } = object;
      return { group, version, plural: known.plural, namespace, name };
    }
  }
  throw new Error(`no engine reads ${object.kind} of ${object.apiVersion}`);
}
