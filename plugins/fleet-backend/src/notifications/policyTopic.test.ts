import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { PolicyResultFacts } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import { breach, report } from '../store/__fixtures__/policies';
import { cluster, deployment } from '../store/__fixtures__/records';
import { useDatabases } from '../store/__testUtils__/databases';
import { FleetFixture } from '../store/__testUtils__/FleetFixture';
import { OwnerNotifications } from './OwnerNotifications';
import { policyTopic } from './policyTopic';

const proofs = { 'backstage.io/kubernetes-id': 'web' };

describe('notifications of policy results', () => {
  const databases = useDatabases();
  let fleet: FleetFixture;
  let sent: NotificationSendOptions[];
  let tell: () => Promise<void>;

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
      ]),
    );
    sent = [];
    const told = new OwnerNotifications(policyTopic(fleet.store, 'high'), {
      logger: mockServices.logger.mock(),
      notifications: { send: async options => void sent.push(options) },
    });
    tell = () => told.tell();
  });

  function at(time: string) {
    fleet.now = new Date(`2026-11-20T${time}:00.000Z`);
  }

  async function poll(spoke: string, ...given: Partial<PolicyResultFacts>[]) {
    await fleet.poll(spoke, [
      deployment({ proofs }),
      report(given.map(facts => breach({ severity: 'high', ...facts }))),
    ]);
    await tell();
  }

  it('tell owners of what is new in production, once for all of it', async () => {
    // What was there when the cluster was first read is no news.
    at('10:00');
    await poll('prod-1', { rule: 'old' });
    await poll('stg-1', { rule: 'old' });
    at('10:05');
    await poll(
      'prod-1',
      { rule: 'old' },
      { rule: 'new' },
      { rule: 'worst', severity: 'critical', message: 'root on the node' },
      { rule: 'bearable', severity: 'low' },
      { rule: 'excepted', verdict: 'skip' },
    );
    await poll('stg-1', { rule: 'old' }, { rule: 'new' });
    await poll('prod-1', { rule: 'new' });
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/pay' },
        payload: {
          title: 'Breaks a policy: disallow-privileged and 1 more',
          description:
            'prod-1: Deployment/web/web: root on the node\n' +
            'prod-1: Deployment/web/web: privileged must be unset or set to `false`',
          link: '/fleet/policy',
          severity: 'critical',
          topic: 'Policy',
        },
      },
    ]);
  });

  it('make no storm of a cluster that returns', async () => {
    at('10:00');
    await poll('prod-1');
    at('12:30');
    await poll('prod-1', { rule: 'while-away' });
    expect(sent).toEqual([]);
    at('12:35');
    await poll('prod-1', { rule: 'while-away' }, { rule: 'new' });
    expect(sent).toHaveLength(1);
  });
});
