import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

/** A policy of Kyverno for the whole cluster, or for one namespace, which is applied. */
export function kyvernoPolicy(
  name: string,
  failureAction: 'Enforce' | 'Audit',
  namespace?: string,
): KubernetesObject {
  return {
    apiVersion: 'kyverno.io/v1',
    kind: namespace ? 'Policy' : 'ClusterPolicy',
    metadata: {
      name,
      namespace,
      annotations: { 'policies.kyverno.io/severity': 'high' },
    },
    spec: {
      rules: [
        {
          name: 'check',
          match: { any: [{ resources: { kinds: ['Pod'] } }] },
          validate: { failureAction, message: 'no', pattern: {} },
        },
      ],
    },
  };
}

/** As its controller writes it. */
export const applied = {
  conditions: [
    {
      type: 'Ready',
      status: 'True',
      reason: 'Succeeded',
      message: 'Ready',
      lastTransitionTime: '2026-01-05T08:00:00Z',
    },
  ],
};

export function constraintTemplate(kind: string): KubernetesObject {
  return {
    apiVersion: 'templates.gatekeeper.sh/v1',
    kind: 'ConstraintTemplate',
    metadata: { name: kind.toLowerCase() },
    spec: { crd: { spec: { names: { kind } } }, targets: [] },
  };
}

export function constraint(kind: string, name: string): KubernetesObject {
  return {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind,
    metadata: { name },
    spec: { enforcementAction: 'dryrun' },
  };
}

/** What an audit writes to a constraint of which it found as many breaches as said, and lists no more than twenty. */
export function audited(count: number) {
  return {
    auditTimestamp: new Date().toISOString(),
    byPod: [{ id: 'gatekeeper-audit-1', enforced: true }],
    totalViolations: count,
    violations: Array.from({ length: Math.min(count, 20) }, (_, index) => ({
      enforcementAction: 'dryrun',
      group: '',
      version: 'v1',
      kind: 'Pod',
      namespace: 'shop',
      name: `pod${index}`,
      message: 'not allowed',
    })),
  };
}

/** What Kyverno reports of Deployment `service-{index}`, which breaks one of nine policies, or none. */
export function policyReport(
  index: number,
  options: { broken: boolean; openReports?: boolean },
): KubernetesObject {
  const { broken, openReports } = options;
  return {
    apiVersion: openReports
      ? 'openreports.io/v1alpha1'
      : 'wgpolicyk8s.io/v1alpha2',
    kind: openReports ? 'Report' : 'PolicyReport',
    metadata: { name: `service-${index}`, namespace: 'shop' },
    scope: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name: `service-${index}`,
    },
    results: Array.from({ length: 9 }, (_, nth) => {
      const fails = broken && nth === 0;
      return {
        policy: nth === 0 ? 'twice' : `policy-${nth}`,
        rule: 'autogen-check',
        result: fails ? 'fail' : 'pass',
        message: fails
          ? 'validation error: no. rule autogen-check failed at path /spec/template/spec/hostPID/'
          : `validation rule 'autogen-check' passed.`,
        severity: 'high',
        source: 'kyverno',
        timestamp: { seconds: 1767600000, nanos: 0 },
      };
    }),
    summary: {
      pass: broken ? 8 : 9,
      fail: Number(broken),
      warn: 0,
      error: 0,
      skip: 0,
    },
  };
}
