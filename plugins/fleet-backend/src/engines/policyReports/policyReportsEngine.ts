import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { policyReport } from './policyReport';

/** Reports of whichever engine or scanner writes them: Kyverno, API servers, adapters of Trivy, kube-bench, Falco and others. */
export const policyReportsEngine: Engine = {
  name: 'policy-reports',
  title: 'Policy reports',
  projectionVersion: 1,
  kinds: [
    policyReport({
      group: 'wgpolicyk8s.io',
      kind: 'PolicyReport',
      plural: 'policyreports',
      versions: ['v1alpha2', 'v1beta1', 'v1alpha1'],
    }),
    policyReport({
      group: 'wgpolicyk8s.io',
      kind: 'ClusterPolicyReport',
      plural: 'clusterpolicyreports',
      versions: ['v1alpha2', 'v1beta1', 'v1alpha1'],
    }),
    policyReport({
      group: 'openreports.io',
      kind: 'Report',
      plural: 'reports',
      versions: ['v1alpha1'],
    }),
    policyReport({
      group: 'openreports.io',
      kind: 'ClusterReport',
      plural: 'clusterreports',
      versions: ['v1alpha1'],
    }),
  ],
};
