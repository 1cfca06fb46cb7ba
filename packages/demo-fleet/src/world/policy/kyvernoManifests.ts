import { ClusterPlan, KubernetesObject } from '../../types';
import { PolicyCheck } from './PolicyCheck';
import { policyChecks } from './policyChecks';
import { policyMode } from './policyMode';

/** Where somebody tries out a stricter form of a policy. */
const trial = { cluster: 'dev-us-east-1', policy: 'disallow-latest-tag' };

/** Kyverno's policies as Git describes them for one cluster. */
export function kyvernoManifests(plan: ClusterPlan): KubernetesObject[] {
  return policyChecks.flatMap(check => {
    const mode = policyMode(plan, check);
    return mode ? clusterPolicy(plan, check, mode) : [];
  });
}

function clusterPolicy(
  plan: ClusterPlan,
  check: PolicyCheck,
  mode: 'enforce' | 'warn' | 'audit',
): KubernetesObject {
  const { name, rule, title, category, severity, description } = check;
  const isTrial = plan.name === trial.cluster && name === trial.policy;
  return {
    apiVersion: 'kyverno.io/v1',
    kind: 'ClusterPolicy',
    metadata: {
      name,
      annotations: {
        'policies.kyverno.io/title': title,
        'policies.kyverno.io/category': category,
        'policies.kyverno.io/severity': severity,
        'policies.kyverno.io/subject': 'Pod',
        'policies.kyverno.io/description': description,
      },
    },
    spec: {
      admission: true,
      background: true,
      emitWarning: mode === 'warn',
      rules: [
        {
          name: rule,
          match: { any: [{ resources: { kinds: ['Pod'] } }] },
          ...(isTrial && {
            exclude: { any: [{ resources: { namespaces: ['kube-system'] } }] },
          }),
          skipBackgroundRequests: true,
          validate: {
            allowExistingViolations: true,
            failureAction: mode === 'enforce' ? 'Enforce' : 'Audit',
            message: check.message,
            pattern: check.pattern,
          },
        },
      ],
    },
  };
}
