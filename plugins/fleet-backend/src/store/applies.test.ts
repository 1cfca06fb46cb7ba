import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ApplicationRecord,
  Apply,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { parseApplyMessage } from '../drift/kustomization/parseApplyMessage';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import { cluster, kustomization } from './__fixtures__/records';

describe.each(databaseNames)(
  'what Flux tells of having applied, in %s',
  name => {
    const databases = useDatabases();
    let fleet: FleetFixture;

    beforeEach(async () => {
      fleet = await FleetFixture.create(await databases.create(name));
      await fleet.syncClusters([
        cluster('prod-1', { labels: { environment: 'production' } }),
      ]);
    });

    function timeOf(time: string): string {
      return `2026-11-20T${time}Z`;
    }

    /** Polls at that time what was reconciled at that time. */
    async function reconciled(
      time: string,
      given: Partial<ApplicationRecord> = {},
    ) {
      fleet.now = new Date(timeOf(time));
      await fleet.poll('prod-1', [
        kustomization({
          lastReconciledAt: timeOf(time),
          drift: { digest: 'sha256:a', digestSince: timeOf('08:00:00') },
          ...given,
        }),
      ]);
    }

    /** Reads Events, one after the other, and sweeps. */
    async function tell(...events: [time: string, message: string][]) {
      await fleet.write('prod-1', {
        collections: [
          {
            state: {
              engine: 'flux',
              group: '',
              version: 'v1',
              kind: 'Event',
              plural: 'events',
              projection: '1',
              outcome: 'ok',
              since: fleet.now,
              held: false,
              populated: true,
              everySeconds: 300,
            },
            objects: events.map(([time, message]) => ({
              key: `flux-system/${message}`,
              records: [],
              apply: applyOf(time, message),
            })),
          },
        ],
      });
      return fleet.store.sweepDrifts();
    }

    function applyOf(time: string, message: string): Apply {
      const { apiVersion, kind, namespace, name: of } = kustomization();
      return {
        application: { apiVersion, kind, namespace, name: of },
        at: timeOf(time),
        objects: parseApplyMessage(message),
      };
    }

    async function ended(): Promise<Drift[]> {
      const { items } = await fleet.store.listDrifts({
        filter: [{ kind: ['out-of-sync'], state: ['ended'] }],
        access: everything,
      });
      return items;
    }

    it('is in the ledger as drift that was corrected, by object, and comes back', async () => {
      await reconciled('10:00:05');
      await tell([
        '10:00:02',
        'Service/web/web configured\nConfigMap/web/c created',
      ]);
      const [service] = (await ended()).filter(
        ({ object }) => object?.kind === 'Service',
      );
      expect(await ended()).toHaveLength(2);
      expect(service).toMatchObject({
        kind: 'out-of-sync',
        severity: 'high',
        title: 'web',
        cluster: 'prod-1',
        object: { kind: 'Service', namespace: 'web', name: 'web' },
        since: '2026-11-20T10:00:02.000Z',
        endedAt: '2026-11-20T10:00:02.000Z',
        times: 1,
      });

      await reconciled('10:20:05');
      await tell(['10:20:01', 'Service/web/web configured']);
      // What is told late was before: the newest stays the newest.
      await tell(['10:10:01', 'Service/web/web configured']);
      expect((await ended()).find(({ id }) => id === service.id)).toMatchObject(
        {
          times: 3,
          firstSince: '2026-11-20T10:00:02.000Z',
          endedAt: '2026-11-20T10:20:01.000Z',
          episodes: [
            { endedAt: '2026-11-20T10:10:01.000Z' },
            { endedAt: '2026-11-20T10:00:02.000Z' },
          ],
        },
      );
    });

    it('counts once, though it is told again and by a clock that has ticked on', async () => {
      await reconciled('10:00:05');
      const message = 'Service/web/web configured';
      expect(await tell(['10:00:02', message], ['10:00:01', message])).toBe(1);
      expect(await tell(['10:00:02', message], ['10:00:03', message])).toBe(0);
      expect(await ended()).toMatchObject([{ times: 1 }]);
    });

    it('waits for the record that tells of it, and for a Kustomization that is not known yet', async () => {
      fleet.now = new Date(timeOf('10:00:03'));
      await tell(['10:00:02', 'Service/web/web configured']);
      await reconciled('10:00:01');
      expect(await fleet.store.sweepDrifts()).toBe(0);
      await reconciled('10:00:20');
      expect(await fleet.store.sweepDrifts()).toBe(1);
      expect(await ended()).toHaveLength(1);
    });

    it('is judged, though more than are judged at once wait for others', async () => {
      await reconciled('10:00:05');
      const { kind, apiVersion, namespace } = kustomization();
      for (let index = 0; index < 1_001; index += 1) {
        await fleet.store.receiveWebhook('prod-1', {
          digest: `${index}`,
          apply: {
            ...applyOf('10:00:01', 'Service/web/web configured'),
            application: { apiVersion, kind, namespace, name: `of-${index}` },
          },
        });
      }
      expect(await tell(['10:00:02', 'Service/web/web configured'])).toBe(1);
    });

    it('is given up after an hour, and not taken when it is a day old', async () => {
      fleet.now = new Date(timeOf('12:00:00'));
      await tell(
        ['10:00:02', 'Service/web/web configured'],
        ['11:30:00', 'Service/web/api configured'],
      );
      await fleet.write('prod-1', {
        collections: [],
      });
      await reconciled('12:01:00');
      await fleet.store.sweepDrifts();
      expect(await ended()).toMatchObject([{ object: { name: 'api' } }]);
      fleet.now = new Date('2026-11-22T12:00:00Z');
      expect(await tell(['12:01:01', 'Service/web/other configured'])).toBe(0);
    });

    it('is Git’s change where the manifests are new', async () => {
      await reconciled('10:00:05', {
        drift: { digest: 'sha256:b', digestSince: timeOf('10:00:05') },
      });
      expect(await tell(['10:00:02', 'Service/web/web configured'])).toBe(0);
      expect(await ended()).toEqual([]);
    });

    it('goes with its cluster', async () => {
      await tell(['11:59:00', 'Service/web/web configured']);
      await fleet.syncClusters([]);
      await fleet.syncClusters([cluster('prod-1')]);
      expect(await fleet.store.sweepDrifts()).toBe(0);
    });
  },
);
