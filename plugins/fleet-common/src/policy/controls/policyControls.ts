import { commonControls } from './commonControls';
import type { PolicyControl } from './PolicyControl';
import { podSecurityControls } from './podSecurityControls';

/**
 * The well-known controls: those of the
 * {@link https://kubernetes.io/docs/concepts/security/pod-security-standards/ | Pod Security Standards} first.
 *
 * @public
 */
export const policyControls: readonly PolicyControl[] = [
  ...podSecurityControls,
  ...commonControls,
];

const idsByPolicy = new Map<string, string[]>();
for (const { id, policies } of policyControls) {
  for (const { engine, name } of policies) {
    const key = `${engine} ${name}`;
    idsByPolicy.set(key, [...(idsByPolicy.get(key) ?? []), id]);
  }
}

/**
 * Which controls a policy of a public library means, by its name; none when it is not one of those. Kyverno's library has forms in
 * CEL of most of its policies under the same name with an ending, which mean the same.
 *
 * @param policy - Kyverno: name of the policy. Gatekeeper: kind of the constraint. Pod Security: the level. Trivy: id of the check.
 * @public
 */
export function controlsOf(policy: {
  engine: 'kyverno' | 'gatekeeper' | 'pod-security' | 'trivy';
  name: string;
}): string[] {
  if (policy.engine === 'pod-security') {
    return policyControls
      .filter(
        ({ podSecurity }) =>
          podSecurity &&
          (policy.name === 'restricted' || podSecurity === policy.name),
      )
      .map(({ id }) => id);
  }
  const name =
    policy.engine === 'kyverno'
      ? policy.name.replace(/-(cel|vpol)$/, '')
      : policy.name;
  return idsByPolicy.get(`${policy.engine} ${name}`) ?? [];
}
