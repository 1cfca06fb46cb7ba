import { pluralOf } from './pluralOf';

it.each([
  ['Kustomization', 'kustomizations'],
  ['NetworkPolicy', 'networkpolicies'],
  ['Gateway', 'gateways'],
  ['Ingress', 'ingresses'],
  ['Endpoints', 'endpoints'],
  ['K8sAllowedRepos', 'k8sallowedrepos', 'constraints.gatekeeper.sh'],
])('knows %s as %s', (kind, plural, group?: string) => {
  expect(pluralOf(kind, group)).toBe(plural);
});
