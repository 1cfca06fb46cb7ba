import { pluralOf } from './pluralOf';

it.each([
  ['Kustomization', 'kustomizations', 'kustomize.toolkit.fluxcd.io'],
  ['NetworkPolicy', 'networkpolicies', 'networking.k8s.io'],
  ['Gateway', 'gateways', 'gateway.networking.k8s.io'],
  ['Ingress', 'ingresses', 'networking.k8s.io'],
  ['Endpoints', 'endpoints', ''],
  ['K8sAllowedRepos', 'k8sallowedrepos', 'constraints.gatekeeper.sh'],
])('knows %s as %s', (kind, plural, group) => {
  expect(pluralOf(kind, group)).toBe(plural);
});
