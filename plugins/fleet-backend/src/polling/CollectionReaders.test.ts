import { setImmediate } from 'node:timers/promises';
import { createDemoFleet } from '@fleetcommander/demo-fleet';
import { builtInEngines } from '../engines/builtInEngines';
import { DefaultClusterConnections } from '../kubernetes/DefaultClusterConnections';
import { discover, type Discovery } from '../kubernetes/discovery';
import { definitionsOf } from './__testUtils__/startPolling';
import { Budgets } from './Budgets';
import { CollectionReaders } from './CollectionReaders';

describe('CollectionReaders', () => {
  it('leaves what it has not asked for to the next read when somebody comes to wait for that', async () => {
    const fleet = await createDemoFleet({
      spokes: 1,
      basePort: 0,
      still: true,
    });
    await fleet.start();
    const [definition] = definitionsOf(fleet);
    const connections = DefaultClusterConnections.create({
      inventory: { get: () => definition },
      signIns: {
        get: async ({ signIn }) => ({
          token: String(signIn.parameters?.token),
        }),
        forget: () => {},
      },
      timeoutMs: 5_000,
    });
    const client = connections.get(definition.name);
    const readers = new CollectionReaders({
      engines: builtInEngines,
      proofKeys: [],
      gitManagers: new Set<string>(),
      budgets: new Budgets({ concurrency: 1, relists: 10, streams: 0 }),
      now: Date.now,
      intervalMs: 1_000,
      onSteadyEvents: () => {},
      onSteadyError: () => {},
    });
    readers.discovered(
      (await discover(client, { groups: new Set() })) as Discovery,
      [],
    );
    const read = async (awaited: boolean) => {
      const changes = await readers.read(client, {
        signal: new AbortController().signal,
        awaited,
        writePage: async () => {},
      });
      return changes
        .filter(({ change }) => change.state.outcome === 'ok')
        .map(({ change: { state } }) => `${state.engine}/${state.plural}`);
    };

    const reading = read(false);
    await setImmediate();
    readers.hurry();
    const before = await reading;
    const after = await read(true);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(10);
    expect(after.length).toBeGreaterThan(30);
    expect(after).toEqual(expect.arrayContaining(before));

    connections.closeAll();
    await fleet.stop();
  });
});
