import {
  connect,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import knexFactory from 'knex';
import request from 'supertest';
import { fleetPlugin } from './plugin';
import { useDatabases } from './store/__testUtils__/databases';

/** A network between the plugin and its database, with a plug to pull. */
class Network {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(port: number) {
    this.#server = createServer(near => {
      const far = connect(port, '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => this.#sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    });
  }

  async plugIn(port = 0): Promise<number> {
    await new Promise<void>(resolve => this.#server.listen(port, resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async pull(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => this.#server.close(resolve));
  }
}

describe('fleetPlugin', () => {
  const databases = useDatabases();

  it('starts on an empty database with a broken config, and says what is wrong with it', async () => {
    const { server } = await startTestBackend({
      features: [
        fleetPlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: { fleet: { clusters: { static: [{ name: 'no-url' }] } } },
        }),
      ],
    });
    const { status, body } = await request(server).get('/api/fleet/clusters');
    expect([status, body.items]).toEqual([200, []]);
    const rules = await request(server).get(
      '/api/fleet/.well-known/backstage/permissions/metadata',
    );
    expect(
      rules.body.rules.map(({ name }: { name: string }) => name),
    ).toContain('IS_ENTITY_OWNER');
    const summary = await request(server).get('/api/fleet/summary');
    expect(summary.body.sourceProblems).toMatchObject([
      { key: 'fleet.clusters.static[0].url' },
    ]);
  });

  it('ends the start when Backstage cannot make a client, for it tries no second time', async () => {
    await expect(
      startTestBackend({
        features: [
          fleetPlugin,
          catalogServiceMock.factory({ entities: [] }),
          mockServices.database.mock({
            getClient: async () => {
              throw new Error('Failed to connect to the database');
            },
          }).factory,
        ],
      }),
    ).rejects.toThrow('Failed to connect to the database');
  });

  it('says that the database is away, at the start and later, and goes on when it is back', async () => {
    const postgres = await databases.create('PostgreSQL');
    const { connection } = postgres.client.config;
    const network = new Network(connection.port);
    const port = await network.plugIn();
    const throughNetwork = knexFactory({
      client: 'pg',
      // Knex hides the password from enumeration.
      connection: { ...connection, password: connection.password, port },
      log: { warn: () => {} },
    });
    await network.pull();
    const { server } = await startTestBackend({
      features: [
        fleetPlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.mock({ getClient: async () => throughNetwork })
          .factory,
      ],
    });

    async function answer() {
      const { status, body } = await request(server).get('/api/fleet/clusters');
      return { status, message: body.error?.message };
    }
    async function answers(wanted: number) {
      for (;;) {
        const { status, message } = await answer();
        if (status === wanted) {
          return message;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }

    expect(await answers(503)).toMatch(/has not started: its database/);
    await network.plugIn(port);
    await answers(200);
    await network.pull();
    expect(await answer()).toEqual({
      status: 503,
      message: expect.stringMatching(/database of the fleet cannot be reached/),
    });
    await network.plugIn(port);
    await answers(200);

    await throughNetwork.destroy();
    await network.pull();
  });
});
