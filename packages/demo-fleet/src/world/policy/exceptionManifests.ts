import { ClusterPlan, KubernetesObject } from '../../types';
import { celChecks } from './celPolicies';
import { Exception, exceptionsOn } from './exceptions';
import { policyChecks } from './policyChecks';
import { policyEngineFor } from './policyEngineFor';

const day = 24 * 3600 * 1000;
const started = Date.now();

/** The exceptions as Git describes them for one cluster, each of the generation of the policies that it is for. */
export function exceptionManifests(plan: ClusterPlan): KubernetesObject[] {
  if (policyEngineFor(plan) === 'gatekeeper') {
    return [];
  }
  const cel = new Set(celChecks(plan).map(({ name }) => name));
  return exceptionsOn(plan).map(exception =>
    exception.policies.every(name => cel.has(name))
      ? celException(exception)
      : patternException(exception),
  );
}

/** The older generation knows no end, so people write it down. */
function patternException(exception: Exception): KubernetesObject {
  const { name, namespaces, policies, kinds, names, owner, reason } = exception;
  const expires = endOf(exception)?.slice(0, 10);
  return {
    apiVersion: 'kyverno.io/v2',
    kind: 'PolicyException',
    metadata: {
      name,
      namespace: namespaces[0],
      annotations: {
        'example.org/owner': owner,
        'example.org/reason': reason,
        ...(expires && { 'example.org/expires': expires }),
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
      match: { any: [{ resources: { kinds, names, namespaces } }] },
    },
  };
}

function celException(exception: Exception): KubernetesObject {
  const { name, namespaces, policies, owner, reason } = exception;
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'PolicyException',
    metadata: { name, namespace: namespaces[0] },
    spec: {
      policyRefs: policies.map(policy => ({
        kind: 'ValidatingPolicy',
        name: policy,
      })),
      matchConditions: [
        {
          name: `namespace-of-a-controller`,
          expression: `object.metadata.namespace in ${JSON.stringify(
            namespaces,
          )}`,
        },
      ],
      expiresAt: endOf(exception),
      properties: { owner, reason },
      reportResult: 'skip',
    },
  };
}

function endOf({ expiresInDays }: Exception): string | undefined {
  return expiresInDays === undefined
    ? undefined
    : `${new Date(started + expiresInDays * day).toISOString().slice(0, 19)}Z`;
}
