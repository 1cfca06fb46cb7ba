import type {
  EngineKind,
  KubernetesObject,
  PolicyExceptionRecord,
  ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  fieldsOf,
  itemsOf,
  textMapOf,
  textOf,
  textsOf,
  timeOf,
  type Fields,
} from '../fields';
import { selectorWords } from '../policy/selectorWords';
import { recordOf } from '../recordOf';

/** Where people write who asked for an exception, and why: as the last part of the key of an annotation or property. */
const ownerKeys = ['owner', 'requester', 'requested-by', 'contact', 'team'];
const reasonKeys = ['reason', 'justification', 'description', 'ticket'];
const expiryKeys = [
  'expires',
  'expires-at',
  'expiresat',
  'expiry',
  'valid-until',
];

/** `kyverno.io`: by policy and rule, for resources that it matches. It has no expiry of its own; annotations may tell one. */
export const policyException: EngineKind = {
  group: 'kyverno.io',
  kind: 'PolicyException',
  plural: 'policyexceptions',
  versions: ['v2', 'v2beta1'],
  pace: 'relaxed',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    return [
      exceptionRecord(object, context, {
        policies: itemsOf(spec.exceptions)
          .map(fieldsOf)
          .map(({ policyName, ruleNames }) => ({
            name: textOf(policyName) ?? '',
            rules: textsOf(ruleNames),
          })),
        scope: matchWords(fieldsOf(spec.match)),
        said: {},
      }),
    ];
  },
};

/** `policies.kyverno.io`: by policy, for what its conditions in CEL or its images name. */
export const celPolicyException: EngineKind = {
  group: 'policies.kyverno.io',
  kind: 'PolicyException',
  plural: 'policyexceptions',
  versions: ['v1', 'v1beta1', 'v1alpha1'],
  pace: 'relaxed',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const images = textsOf(spec.images);
    const conditions = itemsOf(spec.matchConditions)
      .map(fieldsOf)
      .flatMap(
        ({ name, expression }) => textOf(name) ?? textOf(expression) ?? [],
      );
    const scope = [
      images.length > 0 && `images ${images.join(', ')}`,
      conditions.length > 0 && `where ${conditions.join(' and ')}`,
    ].filter(Boolean);
    return [
      exceptionRecord(object, context, {
        policies: itemsOf(spec.policyRefs)
          .map(fieldsOf)
          .map(({ kind, name }) => ({
            kind: textOf(kind),
            name: textOf(name) ?? '',
            rules: [],
          })),
        scope: scope.join(', ') || 'everything that the policy checks',
        said: textMapOf(spec.properties),
        expiresAt: timeOf(spec.expiresAt),
      }),
    ];
  },
};

function exceptionRecord(
  object: KubernetesObject,
  context: ProjectionContext,
  of: Pick<PolicyExceptionRecord, 'policies' | 'scope' | 'expiresAt'> & {
    said: Readonly<Record<string, string>>;
  },
): PolicyExceptionRecord {
  const { said, ...rest } = of;
  const words = { ...textMapOf(object.metadata.annotations), ...said };
  const policies = rest.policies.filter(({ name }) => name);
  return {
    type: 'policy-exception',
    ...recordOf(
      'kyverno',
      object,
      context,
      policies.length > 0
        ? { state: 'healthy', summary: `lets through ${rest.scope}` }
        : {
            state: 'failing',
            summary: 'names no policy, so it excepts nothing',
          },
    ),
    policies,
    scope: rest.scope,
    owner: saidOf(words, ownerKeys),
    reason: saidOf(words, reasonKeys),
    expiresAt: rest.expiresAt ?? dateOf(saidOf(words, expiryKeys)),
  };
}

function saidOf(
  words: Readonly<Record<string, string>>,
  keys: readonly string[],
): string | undefined {
  for (const key of keys) {
    const found = Object.entries(words).find(
      ([name]) => name.slice(name.lastIndexOf('/') + 1).toLowerCase() === key,
    );
    if (found?.[1]) {
      return found[1];
    }
  }
  return undefined;
}

/** People write a time, or the last day on which it holds. */
function dateOf(text: string | undefined): string | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
  const time = text ? Date.parse(isDay ? `${text}T23:59:59Z` : text) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function matchWords(match: Fields): string {
  const alternatives = [...itemsOf(match.any), ...itemsOf(match.all)]
    .map(item => fieldsOf(fieldsOf(item).resources))
    .map(resourceWords);
  return (
    alternatives.join(match.all ? ' and ' : ' or ') ||
    'everything that the policy checks'
  );
}

function resourceWords(resources: Fields): string {
  const kinds = textsOf(resources.kinds).join(', ') || 'anything';
  // What a hash may be as long as takes several patterns: nobody reads how many letters each has.
  const names = [
    ...new Set(textsOf(resources.names).map(name => name.replace(/\?+/g, '…'))),
  ].join(', ');
  const namespaces = textsOf(resources.namespaces).join(', ');
  return [
    kinds,
    names,
    namespaces && `in ${namespaces}`,
    selectorWords(resources.selector),
  ]
    .filter(Boolean)
    .join(' ');
}
