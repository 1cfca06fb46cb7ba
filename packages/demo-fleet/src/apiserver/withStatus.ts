import type { KubernetesObject } from '../types';

/** The object with another status, or with none. */
export function withStatus(
  object: KubernetesObject,
  status: unknown,
): KubernetesObject {
  const { apiVersion, kind, metadata, status: _status, ...rest } = object;
  const others = status === undefined ? rest : { ...rest, status };
  return { apiVersion, kind, metadata, ...others };
}
