import {
  FleetClient,
  type Freeze,
  type Pipeline,
  type PipelineSummary,
  type Promotion,
  type PromotionPlan,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  done,
  events,
  failed,
  freeze,
  pipeline,
  plan,
  promotion,
  summary,
  teams,
} from './promotions';

/** Promotions of a small fleet behind a real client. It remembers what it was asked. */
export class FakePromotions {
  readonly requests: string[] = [];
  readonly client = new FleetClient({
    discoveryApi: { getBaseUrl: async () => 'http://backend/api/fleet' },
    fetchApi: { fetch: (...args) => this.fetch(...args) },
  });

  pipelines: Pipeline[] = [pipeline];
  summaries: PipelineSummary[] = [summary];
  promotions: Promotion[] = [promotion, failed, done];
  freezes: Freeze[] = [freeze];
  plan: PromotionPlan = plan;
  /** What every request is answered with. */
  refusal?: { status: number; name: string; message: string };

  async fetch(...args: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(...args);
    const url = new URL(request.url);
    const path = url.pathname.replace('/api/fleet/', '');
    const filter = url.searchParams.get('filter') ?? '';
    const body = request.method === 'POST' ? await request.text() : '';
    this.requests.push([path, filter, body].filter(Boolean).join(' '));
    if (this.refusal) {
      const { status, ...error } = this.refusal;
      return Response.json({ error }, { status });
    }
    const value = this.#answer(path, filter);
    return value === undefined
      ? Response.json(
          { error: { name: 'NotFoundError', message: `No ${path}` } },
          { status: 404, statusText: 'Not Found' },
        )
      : Response.json(value);
  }

  #answer(path: string, filter: string): unknown {
    const [collection, id] = path.split('/').map(decodeURIComponent);
    switch (collection) {
      case 'pipelines':
        return id
          ? { items: this.pipelines, problems: [] }
          : listOf(this.summaries);
      case 'promotions':
        return id ? this.#promotion(id) : listOf(this.#found(filter));
      case 'promotion-events':
        return listOf(
          events.filter(({ type }) => matches(filter, 'type', type)),
        );
      case 'promotion-statistics':
        return teams;
      case 'freezes':
        return {
          items: this.freezes,
          titles: [],
          problems: [],
          path: 'freezes.yaml',
          url: 'https://git.example.org/freezes.yaml',
        };
      default:
        return undefined;
    }
  }

  #promotion(id: string): unknown {
    if (id === 'plan') {
      return this.plan;
    }
    const found = this.promotions.find(item => item.id === id);
    return found && { promotion: found, events: [...events].reverse() };
  }

  #found(filter: string): Promotion[] {
    return this.promotions.filter(
      ({ state, stuck, endedAt, ownerRefs }) =>
        matches(filter, 'state', state) &&
        matches(filter, 'owner', ...ownerRefs) &&
        matches(filter, 'stuck', String(stuck !== undefined)) &&
        matches(filter, 'ended', String(endedAt !== undefined)),
    );
  }
}

function listOf<Item>(items: Item[]) {
  return { items, totalItems: items.length, facets: {}, pageInfo: {} };
}

/** Whether a filter leaves what has one of these values. */
function matches(filter: string, key: string, ...values: string[]): boolean {
  const asked = filter
    .split(',')
    .filter(term => term.startsWith(`${key}=`))
    .map(term => term.slice(key.length + 1));
  return asked.length === 0 || asked.some(value => values.includes(value));
}
