import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { DefaultKubernetesClient } from '../DefaultKubernetesClient';
import { HttpTransport } from '../HttpTransport';
import type { ReadObject } from '../KubernetesClient';

const reports = {
  group: 'wgpolicyk8s.io',
  version: 'v1alpha2',
  plural: 'policyreports',
  kind: 'PolicyReport',
};

const longList = {
  path: 'results',
  countAs: (entry: unknown) => {
    const { result } = entry as { result: string };
    return result === 'fail' ? undefined : result;
  },
};

function report(name: string, results: unknown) {
  return { metadata: { name, resourceVersion: '5' }, results, summary: {} };
}

const mixed = [
  { result: 'pass', message: 'naïve ☃ 𝕊' },
  { result: 'fail', message: 'a "quoted" ☃, [results] {and} more\\' },
  { result: 'skip' },
  { result: 'pass' },
];

const list = {
  // As API servers write lists of custom resources: what the list is comes last.
  apiVersion: 'wgpolicyk8s.io/v1alpha2',
  items: [
    report('mixed', mixed),
    report('none', null),
    report('empty', []),
    report('no-list', { results: [{ result: 'pass' }] }),
    report(
      'large',
      Array.from({ length: 20_000 }, (_, index) => ({
        result: index % 1_000 === 0 ? 'fail' : 'pass',
        index,
      })),
    ),
    // The engine stumbles over it.
    report('odd', [null, 'text', { result: 'fail' }]),
  ],
  kind: 'PolicyReportList',
  metadata: { resourceVersion: '7', continue: 'more' },
};

describe('objects with a long list', () => {
  const servers: Server[] = [];
  const transports: HttpTransport[] = [];

  afterEach(async () => {
    await Promise.all(transports.splice(0).map(t => t.close()));
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  });

  async function clientFor(listener: RequestListener) {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise(resolve => server.once('listening', resolve));
    const transport = new HttpTransport(
      {
        name: 'one',
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        labels: {},
        source: 'test',
        signIn: { provider: 'serviceAccount' },
      },
      { get: async () => ({ token: 'secret-token' }), forget: () => {} },
    );
    transports.push(transport);
    return new DefaultKubernetesClient({ transport, timeoutMs: 2_000 });
  }

  async function readList(listener: RequestListener) {
    const client = await clientFor(listener);
    const read: ReadObject[] = [];
    const end = await client.listEach(
      reports,
      { limit: 500 },
      { longList, each: object => read.push(object) },
    );
    return { read, end };
  }

  function answers(body: string | Buffer): RequestListener {
    return (_, res) => res.end(body);
  }

  it.each([1, 3, 1_000, 65_536])(
    'are listed as they arrive, in pieces of %i bytes',
    async size => {
      const body = Buffer.from(
        JSON.stringify(
          size < 100 ? { ...list, items: list.items.slice(0, 4) } : list,
        ),
      );
      const { read, end } = await readList(async (_, res) => {
        for (let at = 0; at < body.length; at += size) {
          res.write(body.subarray(at, at + size));
          await setImmediate();
        }
        res.end();
      });
      expect(end).toEqual({ resourceVersion: '7', continue: 'more' });
      expect(read.slice(0, 4)).toEqual([
        {
          object: {
            apiVersion: 'wgpolicyk8s.io/v1alpha2',
            kind: 'PolicyReport',
            ...report('mixed', [mixed[1]]),
          },
          counted: { pass: 2, skip: 1 },
        },
        { object: expect.objectContaining(report('none', null)), counted: {} },
        { object: expect.objectContaining(report('empty', [])), counted: {} },
        {
          object: expect.objectContaining(
            report('no-list', { results: [{ result: 'pass' }] }),
          ),
          counted: {},
        },
      ]);
    },
  );

  it('are listed from what is compressed', async () => {
    const { read } = await readList((_, res) => {
      res.setHeader('content-encoding', 'gzip');
      res.end(gzipSync(JSON.stringify(list)));
    });
    expect(read.map(({ object }) => object.metadata.name)).toEqual(
      list.items.map(({ metadata }) => metadata.name),
    );
    const [large, odd] = read.slice(4);
    expect(large.object.results).toHaveLength(20);
    expect(large.counted).toEqual({ pass: 19_980 });
    expect(odd.object.results).toEqual(list.items[5].results);
  });

  it('are not taken for all when the answer is none, or ends before its end', async () => {
    const whole = JSON.stringify(list);
    const failures: [RequestListener, string][] = [
      [answers(whole.slice(0, -30)), 'the list was cut short'],
      [answers(whole.slice(0, 300)), 'the list was cut short'],
      [answers(''), 'the answer is not JSON'],
      [answers('<html lang="en">log in</html>'), 'the answer is not JSON'],
      [answers('{"items":[{}}]'), 'the answer is not JSON'],
      [answers('{"items":[{"metadata":{}}]}'), 'an object without a name'],
      [answers('{"items":[null]}'), 'an object without a name'],
      [answers('{"items":{}}'), 'the list of policyreports has no items'],
      [answers('[]'), 'the answer is not JSON'],
      [
        answers('{"kind":"Status","message":"etcd is away","code":500}'),
        'no list of policyreports but a status: etcd is away',
      ],
      [
        (_, res) => {
          res.setHeader('content-encoding', 'gzip');
          res.end(gzipSync(whole).subarray(0, -20));
        },
        'the compressed answer was cut short',
      ],
      [
        (_, res) => {
          res.setHeader('content-length', whole.length);
          res.write(whole.slice(0, 1_000), () => res.destroy());
        },
        'was cut short',
      ],
    ];
    for (const [listener, message] of failures) {
      await expect(readList(listener)).rejects.toMatchObject({
        outcome: 'broken-answer',
        message: expect.stringContaining(message),
      });
    }
    await expect(
      readList((_, res) => res.writeHead(403).end('{"message":"no"}')),
    ).rejects.toMatchObject({ outcome: 'not-allowed' });
  });

  it('are watched, and what came before an error is told', async () => {
    const events = [
      { type: 'ADDED', object: report('mixed', mixed) },
      { type: 'DELETED', object: report('none', null) },
      { type: 'BOOKMARK', object: { metadata: { resourceVersion: '9' } } },
      { type: 'ERROR', object: { code: 410, reason: 'Expired' } },
    ];
    const body = Buffer.from(
      events.map(event => `${JSON.stringify(event)}\n`).join(''),
    );
    for (const size of [1, 40, body.length]) {
      const client = await clientFor(async (_, res) => {
        for (let at = 0; at < body.length; at += size) {
          res.write(body.subarray(at, at + size));
          await setImmediate();
        }
        res.end();
      });
      const seen: unknown[] = [];
      const watch = async () => {
        for await (const batch of client.watch(
          reports,
          { resourceVersion: '1', timeoutSeconds: 1 },
          { longList },
        )) {
          seen.push(...batch);
        }
      };
      await expect(watch()).rejects.toMatchObject({ outcome: 'expired' });
      expect(seen).toEqual([
        {
          type: 'ADDED',
          object: report('mixed', [mixed[1]]),
          counted: { pass: 2, skip: 1 },
        },
        { ...events[1], counted: {} },
        { ...events[2], counted: {} },
      ]);
    }
  });

  it('are watched no further than to the last whole event', async () => {
    const event = JSON.stringify({
      type: 'ADDED',
      object: report('mixed', mixed),
    });
    const client = await clientFor(answers(`${event}\n${event}`));
    const seen: string[] = [];
    const watch = async () => {
      for await (const batch of client.watch(
        reports,
        { resourceVersion: '1', timeoutSeconds: 1 },
        { longList },
      )) {
        seen.push(...batch.map(({ object }) => object.metadata.name));
      }
    };
    await expect(watch()).rejects.toMatchObject({
      message: 'the watch was cut short within an event',
    });
    expect(seen).toEqual(['mixed']);
  });
});
