import { podTemplateOf } from '../manifests/podTemplate';
import { before, timestamp } from '../status/conditions';
import { Step } from './Stage';
import { writeByHand } from './writeByHand';

/** Somebody makes a policy only report what it refused; Flux takes that back at its next run. */
export const weakenPolicy: Step = stage =>
  writeByHand(
    stage,
    {
      cluster: 'prod-us-east-1',
      group: 'kyverno.io',
      plural: 'clusterpolicies',
      name: 'disallow-privileged-containers',
    },
    live => {
      const { rules } = structuredClone(live.spec) as {
        rules: { validate: { failureAction: string } }[];
      };
      rules[0].validate.failureAction = 'Audit';
      return { spec: { rules } };
    },
    'kubectl-edit',
  );

function suspendPayments(suspend: boolean): Step {
  return stage =>
    writeByHand(
      stage,
      {
        cluster: 'prod-us-east-1',
        group: 'kustomize.toolkit.fluxcd.io',
        plural: 'kustomizations',
        namespace: 'flux-system',
        name: 'payments-api',
      },
      () => ({ spec: { suspend } }),
      'flux',
    );
}

/** A service begins to run as root, which a policy reports; it is suspended, so that its engine leaves it so. */
export const breakPolicy: Step = stage => {
  suspendPayments(true)(stage);
  writeByHand(
    stage,
    {
      cluster: 'prod-us-east-1',
      group: 'apps',
      plural: 'deployments',
      namespace: 'billing',
      name: 'payments-api',
    },
    live => {
      const template = structuredClone(podTemplateOf(live)!);
      template.spec.securityContext = { runAsNonRoot: false };
      return { spec: { template } };
    },
    'kubectl-edit',
  );
};

/** It is resumed, and its engine takes the change back. */
export const mendPolicy: Step = suspendPayments(false);

/** Somebody decides that an exception has lasted long enough; Flux takes that back at its next run. */
export const expireException: Step = stage =>
  writeByHand(
    stage,
    {
      cluster: 'prod-us-east-1',
      group: 'kyverno.io',
      plural: 'policyexceptions',
      namespace: 'monitoring',
      name: 'node-exporter',
    },
    () => ({
      metadata: {
        annotations: {
          'example.org/expires': timestamp(
            before(stage.clusters.get('prod-us-east-1')!.now(), 60),
          ),
        },
      },
    }),
    'kubectl-annotate',
  );
