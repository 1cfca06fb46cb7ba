import type {
  KubernetesObject,
  PolicyRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf } from '../fields';
import { severityOf } from './severityOf';

const longestDescription = 2_000;

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
