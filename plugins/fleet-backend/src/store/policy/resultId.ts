import { createHash } from 'node:crypto';
import type { PolicyResultFacts } from '@fleetcommander/backstage-plugin-fleet-node';
import { resourceGroup } from './resourceGroup';
import { breakerOf } from './workloadsOf';

/** Kyverno derives rules for workloads from those for pods: https://kyverno.io/docs/policy-types/cluster-policy/autogen/. */
const derived = /^autogen-(cronjob-)?/;

/**
 * The id of a result: the same for ever and from every report, so that two that tell the same breach tell one, and one that ended and
 * is found again came back. Begins with what is of the cluster, as ids of records do.
 */
export function resultId(cluster: string, facts: PolicyResultFacts): string {
  const { policyKind = '', policy, rule = '', subject } = facts;
  return (
    digest(cluster, 6) +
    digest(
      [policyKind, policy, rule.replace(derived, ''), ...parts(subject)].join(
        '\n',
      ),
      18,
    )
  );
}

/** The same for one resource of a cluster, and for all that is made of it. */
export function resourceId(
  cluster: string,
  { subject }: PolicyResultFacts,
): string {
  return digest([cluster, ...parts(subject)].join('\n'), 16);
}

function parts(subject: PolicyResultFacts['subject']): string[] {
  const breaker = breakerOf(subject);
  const { kind, namespace = '', name } = breaker;
  return [resourceGroup(breaker), kind, namespace, name];
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
