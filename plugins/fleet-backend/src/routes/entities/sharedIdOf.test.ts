import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { sharedIdOf } from './sharedIdOf';

function component(name: string, id?: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: id ? { 'backstage.io/kubernetes-id': id } : undefined,
    },
  };
}

describe('sharedIdOf', () => {
  const entities = [
    component('cart', 'basket'),
    component('basket', 'basket'),
    component('ledger', 'ledger'),
    component('web'),
  ];
  const [cart, , ledger, web] = entities;
  const options = {
    catalog: catalogServiceMock({ entities }),
    credentials: mockCredentials.user(),
  };

  it('names who else claims the id, with the way out', async () => {
    expect(await sharedIdOf({ ...options, entity: cart })).toEqual([
      {
        key: 'backstage.io/kubernetes-id',
        message: expect.stringMatching(
          /^"basket" is claimed by component:default\/basket too, .* fleetcommander\.io\/entity\.$/,
        ),
      },
    ]);
  });

  it('has nothing to say of an id that is its own, or of none', async () => {
    expect(await sharedIdOf({ ...options, entity: ledger })).toEqual([]);
    expect(await sharedIdOf({ ...options, entity: web })).toEqual([]);
  });
});
