import type {
  Engine,
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf } from './fields';
import { findEngineKind } from './findEngineKind';

/**
 * Which of the engines reads an object that lies in a file, where no discovery tells the category of its kind: that is what its spec
 * looks like.
 */
export function findKindOfObject(
  engines: readonly Engine[],
  object: KubernetesObject,
): { engine: Engine; kind: EngineKind } | undefined {
  const named = findEngineKind(engines, object.apiVersion, object.kind);
  const likely = likelyCategory(object);
  if (named || likely === undefined) {
    return named;
  }
  for (const engine of engines) {
    const kind = engine.kinds.find(({ category }) => category === likely);
    if (kind) {
      return { engine, kind };
    }
  }
  return undefined;
}

function likelyCategory(object: KubernetesObject): string | undefined {
  const spec = fieldsOf(object.spec);
  const has = (...names: string[]) => names.some(name => name in spec);
  if (has('forProvider')) {
    return 'managed';
  }
  if (has('crossplane', 'resourceRefs', 'claimRef')) {
    return 'composite';
  }
  return has('resourceRef', 'compositionRef', 'compositionSelector')
    ? 'claim'
    : undefined;
}
