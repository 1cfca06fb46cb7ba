import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogEntityDirectory } from './CatalogEntityDirectory';

function entity(
  kind: string,
  name: string,
  given: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    ...given,
  };
}

describe('CatalogEntityDirectory', () => {
  it('reads who owns what, and keeps that when the catalog is away', async () => {
    const catalog = catalogServiceMock({
      entities: [
        entity('Component', 'web', {
          metadata: {
            name: 'web',
            annotations: { 'backstage.io/kubernetes-id': 'web' },
          },
          relations: [
            { type: 'ownedBy', targetRef: 'group:default/pay' },
            { type: 'partOf', targetRef: 'system:default/shop' },
          ],
        }),
        entity('System', 'shop'),
        entity('User', 'jane'),
      ],
    });
    const logger = mockServices.logger.mock();
    const directory = CatalogEntityDirectory.create({
      catalog,
      auth: mockServices.auth(),
      logger,
    });

    const snapshot = await directory.refresh();
    expect([...(snapshot?.byRef.keys() ?? [])].sort()).toEqual([
      'component:default/web',
      'system:default/shop',
    ]);
    expect(snapshot?.byKubernetesId.get('web')).toEqual([
      {
        entityRef: 'component:default/web',
        kubernetesId: 'web',
        ownerRefs: ['group:default/pay'],
        systemRef: 'system:default/shop',
      },
    ]);

    jest.spyOn(catalog, 'streamEntities').mockImplementation(() => {
      throw new Error('the catalog is away');
    });
    expect(await directory.refresh()).toBe(snapshot);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
