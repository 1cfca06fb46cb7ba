import {
  FleetClient,
  type Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { memory, over, replicas, suspended, web } from './drift';

const fresh = { observedAt: '2026-11-20T10:00:00Z', stale: false };
const facetKeys = ['kind', 'severity', 'environment', 'cluster', 'manager'];

/** What is asked for where nothing is said. */
const implied: Record<string, string[]> = { state: ['open'], muted: ['false'] };

/** A ledger of drift behind a real client. It remembers what it was asked, and what people say of a drift. */
export class FakeLedger {
  readonly requests: string[] = [];
  readonly client = new FleetClient({
    discoveryApi: { getBaseUrl: async () => 'http://backend/api/fleet' },
    fetchApi: { fetch: (...args) => this.fetch(...args) },
  });

  drifts: Drift[] = [memory, replicas, suspended, over];
  application = web;
  whyNotAdopted?: string;

  async fetch(...args: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(...args);
    const url = new URL(request.url);
    const path = url.pathname.replace('/api/fleet/', '');
    this.requests.push(`${request.method} ${path}`);
    const body = request.method === 'POST' ? await request.text() : '';
    const value = this.#answer(
      path,
      url.searchParams,
      body && JSON.parse(body),
    );
    return value === undefined
      ? Response.json(
          { error: { name: 'NotFoundError', message: `No ${path}` } },
          { status: 404, statusText: 'Not Found' },
        )
      : Response.json(value);
  }

  #answer(path: string, search: URLSearchParams, body: object): unknown {
    const [collection, id, verb] = path.split('/').map(decodeURIComponent);
    switch (collection) {
      case 'drifts':
        if (verb === 'adoptability') {
          return { whyNot: this.whyNotAdopted };
        }
        return id ? this.#mark(id, verb, body) : this.#list(search);
      case 'applications':
        return verb
          ? { outcome: 'done', message: 'It goes on.', warnings: [] }
          : {
              application: this.application,
              resources: [],
              workloads: [],
              sourceObjects: [],
              canaries: [],
              history: [],
              transitions: [],
            };
      case 'summary':
        return {
          clusters: { healthy: 3 },
          applications: { healthy: 64 },
          freshness: fresh,
          oldest: [],
        };
      case 'entities':
        return {
          compared: 1,
          drift: this.#list(new URLSearchParams({ filter: scopeOf(path) })),
          blindSpots: this.#list(
            new URLSearchParams({ filter: `${scopeOf(path)},kind=frozen` }),
          ),
          clusters: [
            { name: 'prod-us-east-1', freshness: fresh },
            {
              name: 'prod-eu-west-1',
              freshness: { stale: true, reason: 'unreachable since 08:00' },
            },
          ],
        };
      default:
        return undefined;
    }
  }

  #list(search: URLSearchParams) {
    const [filter = ''] = search.getAll('filter');
    const asked = new Map<string, string[]>();
    for (const pair of filter.split(',').filter(Boolean)) {
      const [key, value] = pair.split(/=(.*)/s);
      asked.set(key, [...(asked.get(key) ?? []), value]);
    }
    const items = this.drifts.filter(item =>
      Object.entries(factsOf(item)).every(([key, values]) =>
        (asked.get(key) ?? implied[key] ?? values).some(value =>
          values.includes(value),
        ),
      ),
    );
    return {
      items: items.slice(0, Number(search.get('limit') ?? 20)),
      totalItems: items.length,
      facets: Object.fromEntries(
        facetKeys.map(key => [key, countValues(items, key)]),
      ),
      pageInfo: {},
    };
  }

  #mark(id: string, verb: string, body: object) {
    const mark = {
      by: 'user:default/ada',
      at: '2026-11-20T10:00:00Z',
      reason: '',
      ...body,
    };
    this.drifts = this.drifts.map(item =>
      item.id === id
        ? {
            ...item,
            ...(verb === 'mute' ? { muted: mark } : { acknowledged: mark }),
          }
        : item,
    );
    return this.drifts.find(item => item.id === id);
  }
}

/** Of a Component what is its own, of anything else all. */
function scopeOf(path: string): string {
  const [, kind, namespace, name] = path.split('/');
  return kind === 'component' ? `entity=${kind}:${namespace}/${name}` : '';
}

function factsOf(drift: Drift): Record<string, string[]> {
  return {
    id: [drift.id],
    kind: [drift.kind],
    severity: [drift.severity],
    environment: [drift.environment ?? ''],
    cluster: [drift.cluster],
    manager: [drift.manager ?? ''],
    entity: ['', ...drift.entityRefs],
    state: [drift.endedAt ? 'ended' : 'open'],
    muted: [String(drift.muted !== undefined)],
  };
}

function countValues(drifts: readonly Drift[], key: string) {
  const counts = new Map<string, number>();
  for (const value of drifts.flatMap(drift => factsOf(drift)[key])) {
    if (value) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}
