import { ClusterPlan, KubernetesObject } from '../../types';
import { policyChecks } from './policyChecks';

const day = 24 * 3600 * 1000;

interface Exception {
  name: string;
  namespace: string;
  policies: string[];
  kinds: string[];
  names: string[];
  owner: string;
  reason: string;
  /** From when the demo started; undefined: it has no end. */
  expiresInDays?: number;
}

const exceptions: Exception[] = [
  {
    name: 'node-exporter',
    namespace: 'monitoring',
    policies: [
      'disallow-privileged-containers',
      'disallow-host-path',
      'require-run-as-nonroot',
    ],
    kinds: ['DaemonSet', 'Pod'],
    names: ['node-exporter*'],
    owner: 'group:default/team-sre',
    reason: 'Reads metrics of the node; the agent without root is on trial.',
    expiresInDays: 6,
  },
  {
    name: 'indexer-as-root',
    namespace: 'discovery',
    policies: ['require-run-as-nonroot'],
    kinds: ['Deployment', 'ReplicaSet', 'Pod'],
    names: ['indexer*'],
    owner: 'group:default/team-search',
    reason: 'The old base image, until its successor is out.',
    expiresInDays: -12,
  },
  {
    name: 'nightly-batch',
    namespace: 'billing',
    policies: ['require-requests-limits'],
    kinds: ['CronJob', 'Job', 'Pod'],
    names: ['batch-runner*'],
    owner: 'group:default/team-pay',
    reason: 'Runs alone at night.',
    expiresInDays: 60,
  },
  {
    name: 'prometheus-as-root',
    namespace: 'monitoring',
    policies: ['require-run-as-nonroot'],
    kinds: ['StatefulSet', 'Pod'],
    names: ['prometheus*'],
    owner: 'group:default/team-sre',
    reason: 'Its volume was made by root.',
  },
];

const started = Date.now();

/** What production lets through although it breaks a policy. */
export function exceptionManifests(plan: ClusterPlan): KubernetesObject[] {
  return plan.environment === 'production'
    ? exceptions.map(exceptionManifest)
    : [];
}

/** The exceptions that cover a resource, by policy. */
export function exceptionsFor(
  plan: ClusterPlan,
  resource: Pick<KubernetesObject, 'kind' | 'metadata'>,
): Map<string, string> {
  const { kind, metadata } = resource;
  const covering =
    plan.environment !== 'production'
      ? []
      : exceptions.filter(
          ({ namespace, kinds, names }) =>
            namespace === metadata.namespace &&
            kinds.includes(kind) &&
            names.some(name => metadata.name.startsWith(name.slice(0, -1))),
        );
  return new Map(
    covering.flatMap(({ name, policies }) =>
      policies.map(policy => [policy, name] as const),
    ),
  );
}

function exceptionManifest(exception: Exception): KubernetesObject {
  const { name, namespace, policies, kinds, names, owner, reason } = exception;
  const { expiresInDays } = exception;
  return {
    apiVersion: 'kyverno.io/v2',
    kind: 'PolicyException',
    metadata: {
      name,
      namespace,
      annotations: {
        'example.org/owner': owner,
        'example.org/reason': reason,
        ...(expiresInDays !== undefined && {
          'example.org/expires': new Date(started + expiresInDays * day)
            .toISOString()
            .slice(0, 10),
        }),
      },
    },
    spec: {
      background: true,
      exceptions: policies.map(policyName => ({
        policyName,
        ruleNames: policyChecks
          .filter(check => check.name === policyName)
          .flatMap(({ rule }) => [rule, `autogen-${rule}`]),
      })),
      match: {
        any: [{ resources: { kinds, names, namespaces: [namespace] } }],
      },
    },
  };
}
