import { pluralOf } from './pluralOf';

it.each([
  ['Kustomization', 'kustomizations'],
  ['NetworkPolicy', 'networkpolicies'],
  ['Gateway', 'gateways'],
  ['Ingress', 'ingresses'],
  ['Endpoints', 'endpoints'],
])('knows %s as %s', (kind, plural) => {
  expect(pluralOf(kind)).toBe(plural);
});
