import { ClusterPlan, KubernetesObject } from '../../types';
import { PolicyCheck } from './PolicyCheck';
import { policyChecks } from './policyChecks';
import { policyMode } from './policyMode';

const actions = { enforce: 'deny', warn: 'warn', audit: 'dryrun' };

/** Gatekeeper's templates and constraints as Git describes them for one cluster. */
export function gatekeeperManifests(plan: ClusterPlan): KubernetesObject[] {
  return policyChecks.flatMap(check => {
    const mode = policyMode(plan, check);
    return mode
      ? [constraintTemplate(check), constraint(check, actions[mode])]
      : [];
  });
}

function constraintTemplate(check: PolicyCheck): KubernetesObject {
  const { kind, parameters } = check.gatekeeper;
  return {
    apiVersion: 'templates.gatekeeper.sh/v1',
    kind: 'ConstraintTemplate',
    metadata: {
      name: kind.toLowerCase(),
      annotations: {
        'metadata.gatekeeper.sh/title': check.title,
        'metadata.gatekeeper.sh/version': '1.1.0',
        description: check.description,
      },
    },
    spec: {
      crd: {
        spec: {
          names: { kind },
          validation: {
            openAPIV3Schema: {
              type: 'object',
              ...(parameters && {
                'x-kubernetes-preserve-unknown-fields': true,
              }),
            },
          },
        },
      },
      targets: [
        {
          target: 'admission.k8s.gatekeeper.sh',
          rego: `package ${kind.toLowerCase()}\n\nviolation[{"msg": msg}] {\n  breach(input.review.object)\n  msg := "${
            check.title
          }"\n}\n`,
        },
      ],
    },
  };
}

function constraint(
  check: PolicyCheck,
  enforcementAction: string,
): KubernetesObject {
  const { kind, name, parameters } = check.gatekeeper;
  return {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind,
    metadata: {
      name,
      // Gatekeeper knows no severity, so the platform team writes it down.
      annotations: {
        'example.org/severity': check.severity,
        description: check.description,
      },
    },
    spec: {
      enforcementAction,
      match: {
        kinds: [{ apiGroups: [''], kinds: ['Pod'] }],
        excludedNamespaces: ['kube-system', 'gatekeeper'],
      },
      ...(parameters && { parameters }),
    },
  };
}
