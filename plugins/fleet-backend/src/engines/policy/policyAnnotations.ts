import {
  policySeverities,
  type PolicySeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  KubernetesObject,
  PolicyRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf } from '../fields';

const longestDescription = 2_000;

/** A severity as engines write it, in any letter case; undefined for any other word. */
export function severityOf(word: unknown): PolicySeverity | undefined {
  const lower = textOf(word)?.toLowerCase();
  return policySeverities.find(severity => severity === lower);
}

/**
 * What a policy says of itself in the annotations that Kyverno's library has made common:
 * {@link https://kyverno.io/docs/policy-types/cluster-policy/policy-settings/}.
 */
export function policyAnnotations({
  metadata,
}: KubernetesObject): Pick<
  PolicyRecord,
  'title' | 'description' | 'category' | 'severity'
> {
  const annotations = fieldsOf(metadata.annotations);
  const told = (name: string) =>
    textOf(annotations[`policies.kyverno.io/${name}`]);
  return {
    title: told('title'),
    description: told('description')
      ?.replace(/\s+/g, ' ')
      .trim()
      .slice(0, longestDescription),
    category: told('category'),
    severity: severityOf(told('severity')),
  };
}
