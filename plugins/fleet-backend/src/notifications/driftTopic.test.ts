import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import { cluster, kustomization } from '../store/__fixtures__/records';
import { useDatabases } from '../store/__testUtils__/databases';
import { everything, FleetFixture } from '../store/__testUtils__/FleetFixture';
import type { DriftNews } from '../store/drift/driftNews';
import { driftTopic } from './driftTopic';
import { OwnerNotifications } from './OwnerNotifications';

const failing = { state: 'failing', summary: 'the build fails' } as const;
const proofs = { 'backstage.io/kubernetes-id': 'web' };

describe('notifications of drift', () => {
  const databases = useDatabases();
  const logger = mockServices.logger.mock();
  let fleet: FleetFixture;
  let sent: NotificationSendOptions[];
  /** All of the notifications, or those of one owner. */
  let away: boolean | string;
  let told: OwnerNotifications<DriftNews>;

  beforeEach(async () => {
    fleet = await FleetFixture.create(await databases.create('SQLite'));
    await fleet.syncClusters([
      cluster('prod-1', { labels: { environment: 'production' } }),
      cluster('stg-1', { labels: { environment: 'staging' } }),
    ]);
    await fleet.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'component:default/web',
          kubernetesId: 'web',
          ownerRefs: ['group:default/pay'],
        },
        {
          entityRef: 'component:default/api',
          kubernetesId: 'api',
          ownerRefs: ['group:default/core'],
        },
      ]),
    );
    sent = [];
    away = false;
    logger.warn.mockClear();
    told = new OwnerNotifications(driftTopic(fleet.store, 'critical'), {
      logger,
      notifications: {
        async send(options) {
          if (away === true || away === refOf(options)) {
            throw new Error('the notifications are away');
          }
          sent.push(options);
        },
      },
    });
  });

  function refOf({ recipients }: NotificationSendOptions) {
    return recipients.type === 'entity' ? recipients.entityRef : undefined;
  }

  async function poll(spoke: string, ...given: Partial<ApplicationRecord>[]) {
    await fleet.poll(
      spoke,
      given.map(application => kustomization({ proofs, ...application })),
    );
  }

  it('tells the owner once of all that came together, and once that it is over', async () => {
    await poll('prod-1', failing, { ...failing, name: 'api' });
    await poll('stg-1', failing);
    await told.tell();
    await told.tell();
    expect(sent).toMatchObject([
      {
        recipients: { type: 'entity', entityRef: 'group:default/pay' },
        payload: {
          title: expect.stringMatching(/^New drift: \w+ and 1 more$/),
          description: expect.stringContaining(
            'prod-1: Flux: the build fails.',
          ),
          severity: 'critical',
          topic: 'Drift',
          link: '/fleet/drift',
        },
      },
    ]);

    await poll('prod-1', {}, { name: 'api' });
    await poll('stg-1', {});
    await told.tell();
    await told.tell();
    expect(sent).toHaveLength(2);
    expect(sent[1].payload.title).toMatch(/^Drift is over: \w+ and 1 more$/);
  });

  it('tells nobody of what is muted, of what began long ago, and of what nobody owns', async () => {
    await poll('prod-1', { ...failing, since: '2026-11-20T09:00:00Z' });
    await fleet.poll('stg-1', [kustomization(failing)]);
    await told.tell();
    expect(sent).toEqual([]);

    await poll('prod-1', {});
    fleet.now = new Date('2026-11-20T12:10:00Z');
    await poll('prod-1', failing);
    const { items } = await fleet.store.listDrifts({
      filter: [{ cluster: ['prod-1'] }],
      access: everything,
    });
    await fleet.store.markDrift(items[0].id, {
      muted: {
        by: 'user:default/jane',
        at: fleet.now.toISOString(),
        reason: 'planned',
        until: '2026-11-20T13:00:00.000Z',
      },
    });
    await told.tell();
    expect(sent).toEqual([]);
  });

  it('tries again what could not be told, and says so once', async () => {
    await poll('prod-1', failing);
    away = true;
    await told.tell();
    await told.tell();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    away = false;
    await told.tell();
    expect(sent).toHaveLength(1);
  });

  it('tells an owner once, though another cannot be told', async () => {
    await poll('prod-1', failing, {
      ...failing,
      name: 'api',
      proofs: { 'backstage.io/kubernetes-id': 'api' },
    });
    away = 'group:default/core';
    await told.tell();
    await told.tell();
    expect(sent.map(refOf)).toEqual(['group:default/pay']);
    away = false;
    await told.tell();
    await told.tell();
    expect(sent.map(refOf)).toEqual([
      'group:default/pay',
      'group:default/core',
    ]);
  });
});
