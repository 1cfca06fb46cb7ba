import { KubernetesObject } from '../../types';

/** What is wrong with a secret: its store refuses it, or nobody brings it any more. */
export type SecretTrouble = 'refused' | 'forgotten';

/** By cluster, namespace and name. */
const troubles: Readonly<Record<string, SecretTrouble>> = {
  'staging-us-east-1/discovery/search-credentials': 'refused',
  'prod-us-east-1/shop/cart-credentials': 'forgotten',
};

export function secretTrouble(
  cluster: string,
  { metadata }: KubernetesObject,
): SecretTrouble | undefined {
  return troubles[`${cluster}/${metadata.namespace}/${metadata.name}`];
}
