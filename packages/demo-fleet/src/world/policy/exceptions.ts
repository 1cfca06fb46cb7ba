import { ClusterPlan } from '../../types';

/** What an environment lets through although it breaks a policy. */
export interface Exception {
  name: string;
  environment: string;
  /** Its own first. */
  namespaces: string[];
  policies: string[];
  /** Left out: everything in the namespaces. */
  kinds?: string[];
  names?: string[];
  owner: string;
  reason: string;
  /** From when the demo started; undefined: it has no end. */
  expiresInDays?: number;
}

const exceptions: readonly Exception[] = [
  {
    name: 'node-exporter',
    environment: 'production',
    namespaces: ['monitoring'],
    policies: [
      'disallow-privileged-containers',
      'disallow-host-path',
      'require-run-as-nonroot',
    ],
    kinds: ['DaemonSet', 'Pod'],
    names: ['node-exporter*'],
    owner: 'group:default/sre',
    reason: 'Reads metrics of the node; the agent without root is on trial.',
    expiresInDays: 6,
  },
  {
    name: 'indexer-as-root',
    environment: 'production',
    namespaces: ['discovery'],
    policies: ['require-run-as-nonroot'],
    kinds: ['Deployment', 'ReplicaSet', 'Pod'],
    names: ['indexer*'],
    owner: 'group:default/search',
    reason: 'The old base image, until its successor is out.',
    expiresInDays: -12,
  },
  {
    name: 'nightly-batch',
    environment: 'production',
    namespaces: ['billing'],
    policies: ['require-requests-limits'],
    kinds: ['CronJob', 'Job', 'Pod'],
    names: ['batch-runner*'],
    owner: 'group:default/pay',
    reason: 'Runs alone at night.',
    expiresInDays: 60,
  },
  {
    name: 'prometheus-as-root',
    environment: 'production',
    namespaces: ['monitoring'],
    policies: ['require-run-as-nonroot'],
    kinds: ['StatefulSet', 'Pod'],
    names: ['prometheus*'],
    owner: 'group:default/sre',
    reason: 'Its volume was made by root.',
  },
  {
    name: 'controllers',
    environment: 'development',
    namespaces: ['cert-manager', 'external-secrets'],
    policies: ['restrict-automount-sa-token'],
    owner: 'group:default/sre',
    reason: 'Controllers ask the API server.',
    expiresInDays: 90,
  },
];

/** The exceptions that a cluster with Kyverno has. */
export function exceptionsOn(plan: ClusterPlan): readonly Exception[] {
  return exceptions.filter(
    ({ environment }) => environment === plan.environment,
  );
}
