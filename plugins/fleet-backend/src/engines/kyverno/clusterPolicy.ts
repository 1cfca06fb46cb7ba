import {
  controlsOf,
  type PolicyType,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  KubernetesObject,
  PolicyRecord,
  ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, type Fields } from '../fields';
import { policyHealth } from '../policy/policyHealth';
import { kyvernoRecord } from './kyvernoRecord';
import { ruleBindings } from './ruleBindings';
import { verifiedByRules } from './verifiedImages';

const longestMessage = 500;

/** What the first of these that any rule has makes of the policy. */
const typeByField: readonly (readonly [string, PolicyType])[] = [
  ['validate', 'validate'],
  ['verifyImages', 'verify-images'],
  ['mutate', 'mutate'],
  ['generate', 'generate'],
];

function typeOf(rules: readonly Fields[]): PolicyType {
  return (
    typeByField.find(([field]) => rules.some(rule => rule[field]))?.[1] ??
    'validate'
  );
}

function project(
  object: KubernetesObject,
  context: ProjectionContext,
): [PolicyRecord] {
  const spec = fieldsOf(object.spec);
  const rules = itemsOf(spec.rules).map(fieldsOf);
  const health =
    rules.length > 0
      ? policyHealth(object, object.status)
      : {
          state: 'failing' as const,
          summary: 'has no rules, so it does nothing',
        };
  return [
    kyvernoRecord(object, context, health, {
      policyType: typeOf(rules),
      verifiedImages: verifiedByRules(spec),
      bindings: ruleBindings(spec),
      rules: rules.map(rule => ({
        name: textOf(rule.name) ?? '',
        message: textOf(fieldsOf(rule.validate).message)?.slice(
          0,
          longestMessage,
        ),
      })),
      controls: rules.flatMap(rule =>
        controlsOf({
          engine: 'pod-security',
          name:
            textOf(fieldsOf(fieldsOf(rule.validate).podSecurity).level) ?? '',
        }),
      ),
    }),
  ];
}

/** `ClusterPolicy`: deprecated since Kyverno 1.17, and what most fleets have. */
export const clusterPolicy: EngineKind = {
  group: 'kyverno.io',
  kind: 'ClusterPolicy',
  plural: 'clusterpolicies',
  versions: ['v1', 'v2beta1'],
  pace: 'relaxed',
  project,
};

/** `Policy`: the same, of one namespace. */
export const policy: EngineKind = {
  ...clusterPolicy,
  kind: 'Policy',
  plural: 'policies',
};
