import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { driftRules } from '../drift/driftRules';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import { cluster, kustomization } from './__fixtures__/records';
import { detectApplications } from './drift/detectApplications';
import { readDrifts, writeDriftRows } from './drift/writeLedger';

const failing = { state: 'failing', summary: 'the build fails' } as const;

describe.each(databaseNames)(
  'the ledger of drift in %s, written by several at once',
  name => {
    const databases = useDatabases();
    let database: Knex;
    let fleet: FleetFixture;

    beforeEach(async () => {
      database = await databases.create(name);
      fleet = await FleetFixture.create(database);
      await fleet.syncClusters([
        cluster('prod-1', { labels: { environment: 'production' } }),
      ]);
    });

    async function open() {
      const { items } = await fleet.store.listDrifts({ access: everything });
      return items;
    }

    /** Does it while the transaction is at work, as far as the database lets it. */
    async function meanwhile(action: Promise<unknown>): Promise<void> {
      await Promise.race([action, sleep(300)]);
    }

    it('keeps what a person says of a drift that a poll is about to write', async () => {
      await fleet.poll('prod-1', [kustomization(failing)]);
      const [{ id }] = await open();
      const { subject } = await database('drifts').where({ id }).first();
      let marking: Promise<void> | undefined;
      await database.transaction(async trx => {
        const [row] = await readDrifts(trx, [subject]);
        marking = fleet.store.markDrift(id, {
          acknowledged: { by: 'user:default/ann', at: row.since, reason: 'Ok' },
        });
        await meanwhile(marking);
        await writeDriftRows(trx, [{ ...row, summary: 'It still fails.' }]);
      });
      await marking;
      expect(await open()).toMatchObject([
        { summary: 'It still fails.', acknowledged: { reason: 'Ok' } },
      ]);
    });

    it('opens nothing that a poll at work finds to be over', async () => {
      const lookedAt = () => ({
        ...kustomization(),
        intervalSeconds: 600,
        lastReconciledAt: fleet.now.toISOString(),
        drift: { tellsReconciliation: true },
      });
      await fleet.poll('prod-1', [lookedAt()]);
      const { id } = await database('applications').first('id');
      fleet.now = new Date(fleet.now.getTime() + 24 * 60 * 60_000);
      let sweeping: Promise<number> | undefined;
      await database.transaction(async trx => {
        await trx('records')
          .where({ id })
          .update({ data: JSON.stringify(lookedAt()) });
        const rules = driftRules({ environments: ['production'] });
        await detectApplications(trx, rules, [id], fleet.now);
        sweeping = fleet.store.sweepDrifts();
        await meanwhile(sweeping);
      });
      await sweeping;
      expect(await open()).toEqual([]);
    });
  },
);
