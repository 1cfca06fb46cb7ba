import {
  FleetClient,
  type Application,
  type Canary,
  type Certificate,
  type Cluster,
  type EntityView,
  type SecretSync,
  type Summary,
  type Workload,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { failingClaim } from './claims';
import { FakeClaims } from './FakeClaims';
import { application, cluster, workload } from './records';

type Answer = (search: URLSearchParams, body: Body, name: string) => unknown;
type Body = { filter?: string[]; preview?: boolean };

/** A fleet backend of three clusters behind a real client. It remembers what it was asked, and acts on suspend and resume. */
export class FakeFleet {
  readonly requests: string[] = [];
  readonly client = new FleetClient({
    discoveryApi: { getBaseUrl: async () => 'http://backend/api/fleet' },
    fetchApi: { fetch: (...args) => this.fetch(...args) },
  });

  clusters: Cluster[] = [
    cluster('prod-eu-west-1'),
    cluster('prod-us-east-1', {
      region: 'us-east-1',
      state: 'unreachable',
      summary: 'unreachable: connection refused',
      reachability: {
        outcome: 'unreachable',
        message: 'Connection refused. Check that the API server runs.',
        since: '2026-11-20T08:00:00Z',
        lastContactAt: '2026-11-20T08:00:00Z',
      },
      freshness: {
        observedAt: '2026-11-20T08:00:00Z',
        stale: true,
        reason: 'unreachable since 08:00, connection refused',
      },
    }),
    cluster('stg-eu-west-1', { environment: 'staging' }),
  ];

  applications: Application[] = [
    application('checkout', {
      state: 'failing',
      summary: 'cannot apply: Deployment checkout is invalid',
      reason: 'ReconciliationFailed',
      message: 'spec.replicas: Invalid value: -1',
    }),
    application('web', { cluster: 'stg-eu-west-1', environment: 'staging' }),
    application('apps', {
      shared: true,
      entityRefs: ['component:default/checkout', 'component:default/web'],
    }),
  ];

  secrets: SecretSync[] = [];
  certificates: Certificate[] = [];
  canaries: Canary[] = [];
  /** That of the first application, unless it is said otherwise. */
  workloads?: Workload[];

  readonly provisioning = new FakeClaims();

  problems: EntityView['problems'] = [];
  hubs: Summary['hubs'] = [];

  async fetch(...args: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(...args);
    const url = new URL(request.url);
    const path = url.pathname.replace('/api/fleet/', '');
    this.requests.push(`${request.method} ${path}${url.search}`);
    const [collection, name = '', action = ''] = path
      .split('/')
      .map(decodeURIComponent);
    const body: Body = request.method === 'POST' ? await bodyOf(request) : {};
    const answer =
      this.#answers[`${collection}/${action}`] ??
      this.#answers[collection + (name && '/*')];
    const value = answer?.(url.searchParams, body, name);

    return value === undefined
      ? Response.json(
          {
            error: { name: 'NotFoundError', message: `No ${path}` },
            response: { statusCode: 404 },
          },
          { status: 404, statusText: 'Not Found' },
        )
      : Response.json(value);
  }

  readonly #answers: Record<string, Answer> = {
    ...this.provisioning.answers,
    summary: () => ({
      clusters: countStates(this.clusters),
      applications: countStates(this.applications),
      drift: {
        total: 3,
        worst: 'critical',
        severities: { critical: 1, medium: 2 },
        kinds: { failing: 1, frozen: 2 },
      },
      attention: [
        {
          type: 'cluster',
          title: 'prod-us-east-1',
          state: 'unreachable',
          summary: 'unreachable: connection refused',
          cluster: 'prod-us-east-1',
          entityRef: 'resource:default/prod-us-east-1',
          clusters: ['prod-us-east-1'],
          total: 1,
          environment: 'production',
        },
        {
          type: 'application',
          title: 'checkout',
          state: 'failing',
          summary: 'cannot apply: Deployment checkout is invalid',
          applicationId: this.applications[0]?.id,
          deliveryKey: 'checkout',
          clusters: ['prod-eu-west-1'],
          total: 2,
          environment: 'production',
        },
        {
          type: 'claim',
          title: failingClaim.name,
          state: failingClaim.state,
          summary: failingClaim.summary,
          cluster: 'hub',
          claimId: failingClaim.id,
          clusters: [failingClaim.name],
          total: 1,
          environment: 'staging',
        },
      ],
      attentionTotal: 3,
      environments: ['staging', 'production'],
      regions: ['eu-west-1', 'us-east-1'],
      cells: [],
      freshness: { observedAt: '2026-11-20T10:00:00Z', stale: false },
      oldest: [],
      unowned: 3,
      hubs: this.hubs,
      sourceProblems: [],
    }),
    clusters: search => page(this.clusters.filter(matches(search))),
    'clusters/*': (_, __, name) => {
      const found = this.clusters.find(item => item.name === name);
      return (
        found && {
          cluster: found,
          nodes: [],
          namespaces: [],
          sources: [],
          canaries: this.canaries,
          engineObjects: [],
        }
      );
    },
    'clusters/doctor': (_, __, name) => ({
      cluster: name,
      signIn: 'service-account token',
      checks: [
        {
          title: 'Kustomizations',
          engine: 'flux',
          kind: 'Kustomization',
          outcome: 'ok',
          records: 3,
          freshness: { stale: false },
        },
        {
          title: 'Applications',
          engine: 'argocd',
          kind: 'Application',
          outcome: 'not-allowed',
          message: 'The reader may not list applications.argoproj.io.',
          remedy: 'Apply the manifest below.',
          records: 0,
          freshness: { stale: false },
        },
      ],
      manifest: 'kind: ClusterRole',
      fluxWebhook: {
        configured: true,
        address: 'http://localhost/api/fleet/webhooks/flux/x',
        accepted: 2,
        acceptedAt: '2026-11-20T12:00:00.000Z',
        refused: [
          {
            outcome: 'bad-signature',
            message: 'They were not signed with the secret of this cluster.',
            count: 1,
            lastAt: '2026-11-20T12:00:00.000Z',
          },
        ],
        secretCommand: 'kubectl create secret',
        manifest: 'kind: Alert',
      },
    }),
    applications: search => page(this.applications.filter(matches(search))),
    'applications/*': (_, { preview }, name) => {
      if (['reconcile', 'suspend', 'resume'].includes(name)) {
        return {
          items: this.applications.map(item => ({
            applicationId: item.id,
            title: item.name,
            outcome: preview ? 'preview' : 'done',
            message: 'fine',
            warnings: [],
          })),
          totalItems: this.applications.length,
          preview: Boolean(preview),
        };
      }
      const found = this.applications.find(item => item.id === name);
      return (
        found && {
          application: found,
          resources: [],
          workloads: [workload(found)],
          sourceObjects: [],
          canaries: [],
          history: [],
          transitions: [],
        }
      );
    },
    'applications/suspend': (_, __, id) => this.#setSuspended(id, true),
    'applications/resume': (_, __, id) => this.#setSuspended(id, false),
    'secret-syncs': search => troubled(this.secrets, search),
    certificates: search => troubled(this.certificates, search),
    unowned: () =>
      page([{ application: this.applications[0], reason: 'It has no label.' }]),
    'entities/*': () => ({
      entityRef: 'component:default/checkout',
      applications: this.applications.filter(({ entityRefs }) =>
        entityRefs.includes('component:default/checkout'),
      ),
      workloads: this.workloads ?? [workload(this.applications[0])],
      sources: [],
      canaries: this.canaries,
      transitions: [],
      problems: this.problems,
      clusters: this.clusters.map(item => ({
        name: item.name,
        entityRef: item.entityRef,
        environment: item.environment,
        region: item.region,
        state: item.state,
        summary: item.summary,
        freshness: item.freshness,
      })),
      environments: ['development', 'staging', 'production'],
    }),
    matrix: search => ({
      columns: this.clusters.map(item => ({
        cluster: item.name,
        entityRef: item.entityRef,
        environment: item.environment,
        state: item.state,
        freshness: item.freshness,
      })),
      totalColumns: this.clusters.length,
      ...page(
        this.applications.map(item => ({
          deliveryKey: item.deliveryKey,
          title: item.name,
          engine: item.engine,
          state: item.state,
          differs: search.get('differences') === 'true',
          cells: [
            {
              id: item.id,
              cluster: item.cluster,
              version: item.version,
              state: item.state,
              summary: item.summary,
              images: item.images,
              odd: false,
              stale: false,
            },
          ],
        })),
      ),
    }),
  };

  #setSuspended(id: string, suspended: boolean) {
    this.applications = this.applications.map(item =>
      item.id === id
        ? {
            ...item,
            suspended,
            state: suspended ? 'suspended' : 'healthy',
            summary: suspended ? 'suspended by guest' : 'applied and ready',
          }
        : item,
    );
    const found = this.applications.find(item => item.id === id);
    return (
      found && {
        applicationId: id,
        title: found.name,
        outcome: 'done',
        message: suspended ? 'It is suspended.' : 'It goes on.',
        warnings: [],
      }
    );
  }
}

async function bodyOf(request: Request): Promise<Body> {
  const text = await request.text();
  return text === '' ? {} : JSON.parse(text);
}

function page(items: readonly object[]) {
  return { items, totalItems: items.length, facets: {}, pageInfo: {} };
}

/** With the counts of all states, whichever are asked for. */
function troubled(
  records: readonly { state: string }[],
  search: URLSearchParams,
) {
  const state = Object.entries(countStates(records)).map(([value, count]) => ({
    value,
    count,
  }));
  return { ...page(records.filter(matches(search))), facets: { state } };
}

function countStates(records: readonly { state: string }[]) {
  const counts: Record<string, number> = {};
  for (const { state } of records) {
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

function matches(search: URLSearchParams) {
  const states = search
    .getAll('filter')
    .flatMap(filter => filter.split(','))
    .filter(pair => pair.startsWith('state='))
    .map(pair => pair.slice('state='.length));
  return (record: { state: string }) =>
    states.length === 0 || states.includes(record.state);
}
