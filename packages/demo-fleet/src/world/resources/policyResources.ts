import { ResourceDefinition } from '../../types';
import { policyChecks } from '../policy/policyChecks';
import { resource } from './resource';

const status = { subresources: ['status' as const] };
const clusterWide = { namespaced: false };

const reports = [
  resource('wgpolicyk8s.io', ['v1alpha2'], 'PolicyReport', {
    shortNames: ['polr'],
  }),
  resource('wgpolicyk8s.io', ['v1alpha2'], 'ClusterPolicyReport', {
    ...clusterWide,
    shortNames: ['cpolr'],
  }),
];

const celVersions = ['v1', 'v1beta1', 'v1alpha1'];

/** Kyverno 1.18 and 1.19, as far as policies of this world need it. */
export const kyvernoResources: ResourceDefinition[] = [
  resource('kyverno.io', ['v1', 'v2beta1'], 'ClusterPolicy', {
    ...clusterWide,
    ...status,
    shortNames: ['cpol'],
    categories: ['kyverno'],
  }),
  resource('kyverno.io', ['v1', 'v2beta1'], 'Policy', {
    ...status,
    shortNames: ['pol'],
    categories: ['kyverno'],
  }),
  resource('kyverno.io', ['v2', 'v2beta1'], 'PolicyException', {
    shortNames: ['polex'],
    categories: ['kyverno'],
  }),
  resource('kyverno.io', ['v2'], 'ClusterCleanupPolicy', {
    ...clusterWide,
    ...status,
  }),
  resource('kyverno.io', ['v2'], 'CleanupPolicy', status),
  resource('policies.kyverno.io', celVersions, 'ValidatingPolicy', {
    ...clusterWide,
    ...status,
    shortNames: ['vpol'],
    categories: ['kyverno'],
  }),
  resource('policies.kyverno.io', celVersions, 'PolicyException'),
  ...reports,
];

/** Gatekeeper 3.23, with the kind of each constraint. */
export const gatekeeperResources: ResourceDefinition[] = [
  resource('templates.gatekeeper.sh', ['v1', 'v1beta1'], 'ConstraintTemplate', {
    ...clusterWide,
    ...status,
  }),
  ...policyChecks.map(({ gatekeeper: { kind } }) =>
    resource('constraints.gatekeeper.sh', ['v1beta1'], kind, {
      ...clusterWide,
      ...status,
      plural: kind.toLowerCase(),
      categories: ['constraint', 'constraints'],
    }),
  ),
];
