import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf } from '../fields';
import { contentHash } from '../policy/contentHash';
import { recordOf, type Health } from '../recordOf';
import { podHealth } from './podHealth';

/** Templates of constraints. Each makes a kind; what they say holds nowhere until a constraint of that kind is there. */
export const constraintTemplate: EngineKind = {
  group: 'templates.gatekeeper.sh',
  kind: 'ConstraintTemplate',
  plural: 'constrainttemplates',
  versions: ['v1', 'v1beta1', 'v1alpha1'],
  pace: 'relaxed',
  project(object, context) {
    const annotations = fieldsOf(object.metadata.annotations);
    const spec = fieldsOf(object.spec);
    const details = {
      kind: kindOf(spec),
      title: textOf(annotations['metadata.gatekeeper.sh/title']),
      description: textOf(annotations.description)?.slice(0, 2_000),
      contentHash: contentHash(spec.targets, { without: new Set() }),
    };
    return [
      {
        type: 'engine-object',
        ...recordOf('gatekeeper', object, context, healthOf(object)),
        suspended: false,
        details: Object.fromEntries(
          Object.entries(details).filter(
            (entry): entry is [string, string] => entry[1] !== undefined,
          ),
        ),
      },
    ];
  },
};

function kindOf(spec: Record<string, unknown>): string | undefined {
  const crd = fieldsOf(fieldsOf(spec.crd).spec);
  return textOf(fieldsOf(crd.names).kind);
}

function healthOf(object: KubernetesObject): Health {
  const status = fieldsOf(object.status);
  const problem = podHealth(object, { points: [] });
  if (problem) {
    return problem;
  }
  if (status.created === true) {
    return { state: 'healthy', summary: 'its kind is there' };
  }
  return itemsOf(status.byPod).length > 0
    ? { state: 'failing', summary: 'its kind was not made' }
    : { state: 'unknown', summary: 'Gatekeeper has not taken it up' };
}
