import type {
  PolicyExceptionRecord,
  PolicyRecord,
  PolicyReportRecord,
  PolicyResultFacts,
  PolicyTally,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** ClusterPolicy `disallow-privileged` of Kyverno, which enforces, unless it is said otherwise. */
export function policy(given: Partial<PolicyRecord> = {}): PolicyRecord {
  return {
    type: 'policy',
    engine: 'kyverno',
    apiVersion: 'kyverno.io/v1',
    kind: 'ClusterPolicy',
    name: 'disallow-privileged',
    state: 'healthy',
    summary: 'applied',
    policyType: 'validate',
    bindings: [{ mode: 'enforce', word: 'Enforce' }],
    title: 'Disallow privileged containers',
    description: 'Privileged containers are root on their node.',
    category: 'Pod Security',
    severity: 'high',
    rules: [{ name: 'privileged' }],
    controls: ['privileged-containers'],
    contentHash: 'one',
    ...given,
  };
}

/** Constraint `no-privileged` of Gatekeeper, which only audits. */
export function constraint(given: Partial<PolicyRecord> = {}): PolicyRecord {
  return policy({
    engine: 'gatekeeper',
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind: 'K8sPSPPrivilegedContainer',
    name: 'no-privileged',
    title: undefined,
    bindings: [{ mode: 'audit', word: 'dryrun' }],
    severity: undefined,
    rules: [],
    ...given,
  });
}

/** Deployment `web` breaks `disallow-privileged`. */
export function breach(
  given: Partial<PolicyResultFacts> = {},
): PolicyResultFacts {
  return {
    policy: 'disallow-privileged',
    rule: 'privileged',
    verdict: 'fail',
    source: 'kyverno',
    subject: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'web',
      name: 'web',
    },
    message: 'privileged must be unset or set to `false`',
    field: 'spec.template.spec.containers[0].securityContext.privileged',
    ...given,
  };
}

const nothing: PolicyTally = { pass: 0, fail: 0, warn: 0, error: 0, skip: 0 };

/** A PolicyReport of namespace `web`, with what is told to break policies. */
export function report(
  results: PolicyResultFacts[],
  given: Partial<PolicyReportRecord> = {},
): PolicyReportRecord {
  return {
    type: 'policy-report',
    engine: 'policy-reports',
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    namespace: 'web',
    name: 'web',
    state: 'healthy',
    summary: 'reports',
    tally: { ...nothing, pass: 8, fail: results.length },
    results,
    ...given,
  };
}

/** PolicyException `legacy` that lets `web` break `disallow-privileged`. */
export function exception(
  given: Partial<PolicyExceptionRecord> = {},
): PolicyExceptionRecord {
  return {
    type: 'policy-exception',
    engine: 'kyverno',
    apiVersion: 'kyverno.io/v2',
    kind: 'PolicyException',
    namespace: 'web',
    name: 'legacy',
    state: 'healthy',
    summary: 'lets through Deployment web',
    policies: [{ name: 'disallow-privileged', rules: ['privileged'] }],
    scope: 'Deployment web',
    ...given,
  };
}
