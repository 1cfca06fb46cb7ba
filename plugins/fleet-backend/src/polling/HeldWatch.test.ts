import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtInEngines } from '../engines/builtInEngines';
import { DefaultClusterConnections } from '../kubernetes/DefaultClusterConnections';
import { Budgets } from './Budgets';
import { HeldWatch } from './HeldWatch';
import { readableKinds } from './ReadableKind';

describe('HeldWatch', () => {
  let server: Server;
  let connections: DefaultClusterConnections;
  let watches = 0;

  beforeEach(async () => {
    server = createServer((_request, response) => {
      watches += 1;
      response.end();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    connections = DefaultClusterConnections.create({
      inventory: {
        get: name => ({
          name,
          url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
          labels: {},
          source: 'test',
          signIn: { provider: 'serviceAccount' },
        }),
      },
      signIns: { get: async () => ({}), forget: () => {} },
      timeoutMs: 5_000,
    });
  });

  afterEach(async () => {
    connections.closeAll();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  it('is not opened again and again where every stream is ended at once', async () => {
    const [readable] = readableKinds({
      engines: builtInEngines,
      discovery: { resources: [], unknownGroups: [] },
      known: [],
      proofKeys: [],
      gitManagers: new Set<string>(),
      intervalMs: 1_000,
    });
    const client = connections.get('impatient');
    const position = { resourceVersion: '1', busy: false };
    const budgets = new Budgets({ concurrency: 1, relists: 1, streams: 1 });
    await new Promise<void>(resolve => {
      const watch = new HeldWatch({
        readable,
        budgets,
        now: Date.now,
        onEvents: () => {},
        onTimeout: () => '1',
        onError: () => {
          watch.stop();
          watch.start(client, position);
          expect(watch.open).toBe(false);
          resolve();
        },
      });
      watch.start(client, position);
    });
    expect(watches).toBe(1);
    expect(budgets.takeStream({ busy: false })).toBeDefined();
  });
});
