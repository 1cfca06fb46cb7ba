import {
  FleetClient,
  type PolicyResult,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  coverage,
  exception,
  latest,
  over,
  policy,
  privileged,
  standings,
} from './policies';

const noneOpen = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

const posture = listOf([
  {
    key: 'group:default/shop',
    title: 'shop',
    open: { ...noneOpen, critical: 1 },
    resources: 1,
    oldestSince: privileged.since,
    enforced: 0.9999,
    changed: { began: 1, ended: 2 },
  },
  {
    key: '',
    title: 'Unowned',
    open: { ...noneOpen, medium: 1 },
    resources: 1,
    changed: { began: 0, ended: 0 },
  },
]);

const clusterPolicy = {
  open: noneOpen,
  policies: { enforce: 7, audit: 2 },
  deviations: 1,
  notes: ['ConstraintTemplate k8slatest: its list was cut at 20'],
};

const trend = {
  points: ['2026-11-19', '2026-11-20'].map((day, index) => ({
    day,
    open: { ...noneOpen, high: index + 1 },
    resources: 1,
  })),
  since: '2026-11-19T00:00:00Z',
};

/** What is asked for where nothing is said. */
const implied: Record<string, string[]> = {
  state: ['open'],
  excepted: ['false'],
};

/** Policies of a small fleet behind a real client. It remembers what it was asked. */
export class FakePolicies {
  readonly requests: string[] = [];
  readonly client = new FleetClient({
    discoveryApi: { getBaseUrl: async () => 'http://backend/api/fleet' },
    fetchApi: { fetch: (...args) => this.fetch(...args) },
  });

  results: PolicyResult[] = [privileged, latest, over];
  policies = [policy];
  /** What every request is answered with. */
  refusal?: { status: number; name: string; message: string };

  async fetch(...args: Parameters<typeof fetch>): Promise<Response> {
    const url = new URL(new Request(...args).url);
    const path = url.pathname.replace('/api/fleet/', '');
    const filter = url.searchParams.get('filter') ?? '';
    this.requests.push(`${path} ${filter}`.trim());
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
      case 'policies':
        return id ? detailOf(id) : listOf(this.policies);
      case 'policy-results':
        return this.#results(filter);
      case 'policy-coverage':
        return coverage;
      case 'policy-exceptions':
        return listOf([exception]);
      case 'policy-posture':
        return posture;
      case 'policy-trend':
        return trend;
      case 'clusters':
        return id ? { policy: clusterPolicy } : listOf([]);
      case 'entities':
        return {
          policy: {
            open: { ...noneOpen, critical: 1, high: 3 },
            resources: 2,
            oldestSince: privileged.since,
            worst: this.results.filter(({ endedAt }) => !endedAt),
            exceptions: [exception],
          },
        };
      default:
        return undefined;
    }
  }

  #results(filter: string) {
    const asked = new Map<string, string[]>();
    for (const term of filter.split(',').filter(Boolean)) {
      const [key, value] = term.split(/=(.*)/s);
      asked.set(key, [...(asked.get(key) ?? []), value]);
    }
    const items = this.results.filter(item =>
      Object.entries(factsOf(item)).every(([key, values]) =>
        (asked.get(key) ?? implied[key] ?? values).some(value =>
          values.includes(value),
        ),
      ),
    );
    return {
      ...listOf(items),
      facets: {
        owner: [{ value: 'group:default/shop', count: 1 }],
        cluster: [{ value: 'prod-us-east-1', count: 1 }],
      },
    };
  }
}

function detailOf(id: string) {
  return id === policy.id
    ? {
        policy,
        rules: [{ name: 'privileged-containers', message: 'Not allowed.' }],
        sources: [
          { title: 'Library', url: 'https://kyverno.io/policies/one' },
          { title: 'Not one', url: 'data:text/html,no' },
        ],
        standings,
      }
    : undefined;
}

function listOf<Item>(items: Item[]) {
  return { items, totalItems: items.length, facets: {}, pageInfo: {} };
}

function factsOf(item: PolicyResult): Record<string, string[]> {
  return {
    id: [item.id],
    severity: [item.severity],
    cluster: [item.cluster],
    policy: [item.policy.id],
    entity: ['', ...item.entityRefs],
    state: [item.endedAt ? 'ended' : 'open'],
    excepted: [String(item.exception !== undefined)],
  };
}
