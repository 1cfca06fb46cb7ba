import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { createDemoFleet, type DemoFleet } from '@fleetcommander/demo-fleet';
import express from 'express';
import type { Knex } from 'knex';
import { builtInEngines } from '../../engines/builtInEngines';
import { events } from '../../engines/flux/events';
import {
  createDatabase,
  definitionsOf,
  startPolling,
} from '../../polling/__testUtils__/startPolling';
import { SoonerReads } from '../SoonerReads';
import { createFluxWebhook } from './createFluxWebhook';
import { FluxWebhooks } from './FluxWebhooks';

jest.setTimeout(300_000);

const name = 'prod-us-east-1';
const secret = 'a-secret-of-prod-us-east-1';
const withoutEvents = builtInEngines.map(engine => ({
  ...engine,
  kinds: engine.kinds.filter(kind => kind !== events),
}));

describe('an edit by hand that Flux undoes is in the ledger', () => {
  let server: Server;
  let fleet: DemoFleet;
  let database: Knex;
  let polling: Awaited<ReturnType<typeof startPolling>>;
  let sooner: SoonerReads;
  const tally = { add: jest.fn() };

  async function start(ways: { webhook: boolean; events: boolean }) {
    const app = express();
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/webhooks/flux/${name}`;
    fleet = await createDemoFleet({
      spokes: 3,
      basePort: 0,
      // Its Flux looks by itself after half a minute, so that what is edited by hand is seen before.
      speed: 5,
      webhooks: ways.webhook ? [{ cluster: name, url, secret }] : [],
    });
    await fleet.start();
    const clusters = definitionsOf(fleet).filter(item => item.name === name);
    database = createDatabase();
    polling = await startPolling({
      database,
      clusters,
      engines: ways.events ? builtInEngines : withoutEvents,
    });
    const logger = mockServices.logger.mock();
    sooner = SoonerReads.create({ polling: polling.poller, logger });
    const webhooks = FluxWebhooks.create({
      secrets: [{ cluster: name, secret }],
      inventory: { get: given => clusters.find(item => item.name === given) },
      store: polling.store,
      sooner,
    });
    app.use(createFluxWebhook({ webhooks, tally }));
  }

  afterEach(async () => {
    sooner.stop();
    await polling.stop();
    await fleet.stop();
    server.close();
    await database.destroy();
    tally.add.mockReset();
  });

  async function ledger(state: 'open' | 'ended', kind: string) {
    await polling.poller.refresh(name);
    await polling.store.sweepDrifts();
    const { items } = await polling.store.listDrifts({
      filter: [{ kind: [kind], state: [state] }],
      access: { clusters: true, applications: true, claims: true },
    });
    return items.filter(({ object }) => object?.name === 'search');
  }

  /** As `flux reconcile kustomization search` does. */
  async function reconcile() {
    const cluster = fleet.cluster(name);
    const path =
      '/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations/search';
    const annotations = {
      'reconcile.fluxcd.io/requestedAt': new Date().toISOString(),
    };
    const { status } = await fetch(`${cluster.url}${path}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${cluster.token('operator')}`,
        'content-type': 'application/merge-patch+json',
      },
      body: JSON.stringify({ metadata: { annotations } }),
    });
    expect(status).toBe(200);
  }

  async function until<T>(ask: () => Promise<T[]>): Promise<T[]> {
    for (;;) {
      const found = await ask();
      if (found.length > 0) {
        return found;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }

  it.each([
    ['by its webhook', { webhook: true, events: false }],
    ['by its Events', { webhook: false, events: true }],
    ['once, by both', { webhook: true, events: true }],
  ])('%s', async (_, ways) => {
    await start(ways);
    await until(async () => {
      await polling.poller.refresh(name);
      const { items } = await polling.store.listApplications({
        access: { clusters: true, applications: true, claims: true },
      });
      return items;
    });
    fleet.scenario('edit-by-hand');
    await until(() => ledger('open', 'override'));
    await reconcile();
    const [drift] = await until(() => ledger('ended', 'out-of-sync'));
    expect(drift).toMatchObject({
      title: 'search',
      cluster: name,
      object: { kind: 'Deployment', namespace: 'discovery', name: 'search' },
      correction: { expected: true, by: 'Flux' },
      times: 1,
    });
    // When it began, the override of the same object tells.
    expect(drift.since < drift.endedAt!).toBe(true);
    expect(await ledger('ended', 'out-of-sync')).toMatchObject([{ times: 1 }]);
    expect(tally.add.mock.calls).toEqual(
      tally.add.mock.calls.map(() => [name, 'accepted']),
    );
    expect(tally.add.mock.calls.length > 0).toBe(ways.webhook);
  });
});
