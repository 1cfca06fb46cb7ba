import type { PolicyMode } from '@fleetcommander/backstage-plugin-fleet-common';

/**
 * The strongest of the validation actions that Kubernetes defines for admission policies:
 * {@link https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-actions}.
 */
export function admissionMode(actions: readonly string[]): PolicyMode {
  const lower = actions.map(action => action.toLowerCase());
  if (lower.includes('deny')) {
    return 'enforce';
  }
  if (lower.includes('warn')) {
    return 'warn';
  }
  return lower.includes('audit') ? 'audit' : 'off';
}
