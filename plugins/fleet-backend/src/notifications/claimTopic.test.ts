import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { ClaimNodeRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import { claimRules, clusterClaim } from '../store/__fixtures__/claims';
import { cluster } from '../store/__fixtures__/records';
import { databaseNames, useDatabases } from '../store/__testUtils__/databases';
import { FleetFixture } from '../store/__testUtils__/FleetFixture';
import { claimTopic } from './claimTopic';
import { OwnerNotifications } from './OwnerNotifications';

const proofs = { 'app.kubernetes.io/part-of': 'shop' };

describe.each(databaseNames)('notifications of claims on %s', name => {
  const databases = useDatabases();

  it('tell the owner once that one fails, and once that it is ready', async () => {
    const fleet = await FleetFixture.create(await databases.create(name), {
      claims: { ...claimRules, clusterKinds: [] },
    });
    await fleet.syncClusters([cluster('hub', { hub: true })]);
    await fleet.store.setDirectory(
      entityDirectoryOf([
        { entityRef: 'system:default/shop', ownerRefs: ['group:default/pay'] },
      ]),
    );
    const sent: NotificationSendOptions[] = [];
    const told = new OwnerNotifications(claimTopic(fleet.store.claims), {
      logger: mockServices.logger.mock(),
      notifications: { send: async options => void sent.push(options) },
    });
    const poll = async (...given: Partial<ClaimNodeRecord>[]) => {
      await fleet.poll(
        'hub',
        given.map(claim => clusterClaim({ children: [], ...claim })),
      );
      await fleet.store.claims.sweep();
      await told.tell();
      await told.tell();
    };
    const failing = {
      state: 'failing',
      summary: 'quota exceeded',
      since: fleet.now.toISOString(),
    } as const;
    const long = '2026-11-01T12:00:00Z';

    await poll(
      { proofs, ...failing },
      { name: 'nobodys', ...failing },
      { name: 'old', proofs, ...failing, since: long },
      { name: 'used', proofs, state: 'healthy', readyAt: long },
    );
    expect(sent).toMatchObject([
      {
        recipients: { type: 'entity', entityRef: 'group:default/pay' },
        payload: {
          title: 'Fails: KubernetesCluster staging-eu-1 on hub',
          description: 'hub: quota exceeded',
          link: expect.stringMatching(/^\/fleet\/provisioning\/.+/),
        },
      },
    ]);

    await poll({
      proofs,
      state: 'healthy',
      summary: 'ready',
      readyAt: fleet.now.toISOString(),
    });
    expect(sent.slice(1)).toMatchObject([
      { payload: { title: 'Is ready: KubernetesCluster staging-eu-1 on hub' } },
    ]);
  });
});
