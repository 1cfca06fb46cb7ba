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

/** A service begins to run as root, which a policy reports; its engine takes that back at its next run. */
export const breakPolicy: Step = stage =>
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
