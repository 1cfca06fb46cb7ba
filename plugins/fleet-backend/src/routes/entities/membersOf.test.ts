import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { membersOf } from './membersOf';

function entity(
  kind: string,
  name: string,
  relations: Record<string, string[]> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: Object.entries(relations).flatMap(([type, targetRefs]) =>
      targetRefs.map(targetRef => ({ type, targetRef })),
    ),
  };
}

const entities = [
  entity('Domain', 'shop', {
    hasPart: ['system:default/checkout', 'domain:default/shop'],
  }),
  entity('System', 'checkout', {
    hasPart: ['component:default/web', 'component:default/hidden'],
    ownedBy: ['group:default/pay'],
  }),
  entity('Component', 'web', { ownedBy: ['group:default/pay'] }),
  entity('Component', 'ledger', { ownedBy: ['group:default/ledger'] }),
  entity('Group', 'pay', {
    ownerOf: ['component:default/web', 'system:default/checkout'],
    parentOf: ['group:default/ledger'],
  }),
  entity('Group', 'ledger', { ownerOf: ['component:default/ledger'] }),
];

describe('membersOf', () => {
  it.each([
    ['Domain', 'shop', ['component:default/web']],
    ['System', 'checkout', ['component:default/web']],
    ['Group', 'pay', ['component:default/web', 'component:default/ledger']],
    ['Component', 'web', []],
  ])('sums up a %s', async (kind, name, members) => {
    const root = entities.find(
      item => item.kind === kind && item.metadata.name === name,
    )!;
    await expect(
      membersOf({
        entity: root,
        catalog: catalogServiceMock({ entities }),
        credentials: mockCredentials.user(),
      }),
    ).resolves.toEqual(members);
  });
});
