import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf } from '../fields';
import { contentHash } from '../policy/contentHash';
import { recordOf, type Health } from '../recordOf';
import { kindsInWords, matchInWords } from './matchInWords';
import { podHealth } from './podHealth';

/** A kind of object that has Gatekeeper change what is admitted. */
export function mutator(options: {
  kind: string;
  plural: string;
  versions: readonly string[];
}): EngineKind {
  return {
    ...options,
    group: 'mutations.gatekeeper.sh',
    pace: 'relaxed',
    project(object, context) {
      const spec = fieldsOf(object.spec);
      const { applyTo, location, match } = spec;
      const kinds =
        kindsInWords(applyTo) ?? kindsInWords(fieldsOf(match).kinds);
      return [
        {
          type: 'policy',
          ...recordOf('gatekeeper', object, context, healthOf(object)),
          policyType: 'mutate',
          bindings: [
            {
              mode: 'enforce',
              word: object.kind,
              where: matchInWords(match),
            },
          ],
          description: `Sets ${textOf(location) ?? 'a field'} of ${
            kinds ?? 'every kind'
          }.`,
          rules: [],
          controls: [],
          contentHash: contentHash(spec, { without: new Set() }),
        },
      ];
    },
  };
}

function healthOf(object: KubernetesObject): Health {
  const told = itemsOf(fieldsOf(object.status).byPod).length > 0;
  return (
    podHealth(object, { points: [] }) ??
    (told
      ? { state: 'healthy', summary: 'applied' }
      : { state: 'unknown', summary: 'Gatekeeper has not taken it up' })
  );
}
