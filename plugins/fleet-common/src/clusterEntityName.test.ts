import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { clusterEntityName } from './clusterEntityName';

describe('clusterEntityName', () => {
  it.each([
    ['prod-eu-west-1', 'prod-eu-west-1'],
    ['gke_shop_europe-west1_live', 'gke_shop_europe-west1_live'],
    ['a', 'a'],
  ])('keeps %s', (name, expected) => {
    expect(clusterEntityName(name)).toBe(expected);
  });

  it.each([
    ['arn:aws:eks:eu-west-1:123456789012:cluster/Prod', /^prod-\w{10}$/],
    ['admin@Home Lab', /^admin-home-lab-\w{10}$/],
    ['a'.repeat(70), /^a{52}-\w{10}$/],
    ['ends-', /^ends--\w{10}$/],
    ['../../etc', /^etc-\w{10}$/],
    ['集群', /^\w{10}$/],
    ['<b>', /^b--\w{10}$/],
  ])('turns %s into something an entity can be called', (name, pattern) => {
    const entityName = clusterEntityName(name);
    expect(entityName).toMatch(pattern);
    expect(KubernetesValidatorFunctions.isValidObjectName(entityName)).toBe(
      true,
    );
  });

  it('tells clusters apart that differ in anything', () => {
    const names = ['Prod', 'prod', 'a/prod', 'b/prod', 'PROD', ' prod'];
    expect(new Set(names.map(clusterEntityName)).size).toBe(names.length);
  });
});
