import { createDemoFleet, type DemoFleet } from '@fleetcommander/demo-fleet';
import { builtInEngines } from '../engines/builtInEngines';
import { DefaultClusterConnections } from '../kubernetes/DefaultClusterConnections';
import { discover } from '../kubernetes/discovery';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { ListRecorder } from './__testUtils__/ListRecorder';
import { definitionsOf } from './__testUtils__/startPolling';
import { Budgets } from './Budgets';
import { CollectionReader } from './CollectionReader';
import type { PendingChange } from './PendingChange';
import { readableKinds } from './ReadableKind';

describe('CollectionReader', () => {
  let fleet: DemoFleet;
  let connections: DefaultClusterConnections;

  beforeEach(async () => {
    fleet = await createDemoFleet({ spokes: 1, basePort: 0, still: true });
    await fleet.start();
    const definitions = definitionsOf(fleet);
    connections = DefaultClusterConnections.create({
      inventory: { get: name => definitions.find(d => d.name === name) },
      signIns: {
        get: async ({ signIn }) => ({
          token: String(signIn.parameters?.token),
        }),
        forget: () => {},
      },
      timeoutMs: 5_000,
    });
  });

  afterEach(async () => {
    connections.closeAll();
    await fleet.stop();
  });

  /** Of one kind, as the cluster serves it, and a way to read and write by it. */
  async function readerOf(client: KubernetesClient, plural: string) {
    const readable = readableKinds({
      engines: builtInEngines,
      discovery: (await discover(client, { groups: new Set() })) as Exclude<
        Awaited<ReturnType<typeof discover>>,
        'unchanged'
      >,
      known: [],
      proofKeys: [],
      gitManagers: new Set<string>(),
      intervalMs: 1_000,
    }).find(({ key }) => key.plural === plural)!;
    const reader = new CollectionReader({
      readable,
      proofKeys: [],
      budgets: new Budgets({ concurrency: 1, relists: 1, streams: 1 }),
      now: Date.now,
      phase: 0,
      onSteadyEvents: () => {},
      onSteadyError: () => {},
    });
    const told: string[] = [];
    const read = () =>
      reader.read(client, {
        signal: new AbortController().signal,
        awaited: false,
        writePage: async () => {},
      });
    const write = (pending: PendingChange | undefined) => {
      if (pending?.generation === reader.generation) {
        told.push(...pending.change.objects.map(({ key }) => key));
        reader.commit(pending);
      }
    };
    return { reader, told, read, write };
  }

  it('answers nothing that builds on what was lost while it asked', async () => {
    const [cluster] = fleet.clusters.values();
    const client = connections.get(cluster.name);
    const { reader, told, read, write } = await readerOf(client, 'deployments');
    write(await read());
    const known = told.splice(0);
    const [one, other] = known.map(key => {
      const [namespace, name] = key.split('/');
      return { group: 'apps', plural: 'deployments', namespace, name };
    });

    cluster.objects.remove(one);
    const reading = read();
    // The API server sends what there is at once.
    await new Promise(resolve => setTimeout(resolve, 300));
    reader.release();
    cluster.objects.remove(other);
    write(await reading);
    write(await read());
    expect(told).toEqual(known.slice(0, 2));
  });

  it('lists a kind that may have no objects now and then while it has none, and is prompt from the first on', async () => {
    const [cluster] = fleet.clusters.values();
    const client = connections.get(cluster.name);
    const kind = { group: 's3.aws.example.org', plural: 'widgets' };
    cluster.objects.define([
      {
        ...kind,
        versions: ['v1beta1'],
        kind: 'Widget',
        singular: 'widget',
        namespaced: false,
        subresources: ['status'],
        categories: ['managed'],
      },
    ]);
    const { reader, told, read, write } = await readerOf(client, kind.plural);
    const lists = async () => {
      const recorder = new ListRecorder().start();
      const pending = await read();
      recorder.stop();
      write(pending);
      return recorder.lists.length;
    };
    expect(await lists()).toBe(1);
    expect(reader.due).toBe(false);
    // Nothing is there that a listing could be the end of.
    const pending = await read();
    expect(pending?.change).toEqual({
      state: expect.objectContaining({ outcome: 'ok', populated: false }),
      objects: [],
    });
    write(pending);

    reader.expect();
    expect(reader.due).toBe(true);
    cluster.objects.put(
      {
        apiVersion: 's3.aws.example.org/v1beta1',
        kind: 'Widget',
        metadata: { name: 'one' },
      },
      { manager: 'crossplane' },
    );
    expect(await lists()).toBe(1);
    expect(told).toEqual(['one']);
    expect(reader.state.populated).toBe(true);
    expect(reader.due).toBe(true);
    // From here on it is watched.
    expect(await lists()).toBe(0);

    cluster.objects.remove({ ...kind, name: 'one' });
    write(await read());
    reader.restart();
    expect(await lists()).toBe(1);
    expect(reader.state.populated).toBe(false);
  });
});
