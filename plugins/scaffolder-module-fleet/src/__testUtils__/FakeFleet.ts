import {
  FleetClient,
  type ClaimKindDetail,
  type ClaimOffers,
  type ClaimValidation,
} from '@fleetcommander/backstage-plugin-fleet-common';

const pipeline = {
  id: 'id-of-web',
  application: 'web',
  entityRefs: [],
  ownerRefs: [],
  pipeline: 'standard',
  stages: [
    { name: 'staging', environment: 'staging', version: '1.5.0', lacks: 0 },
    { name: 'live', environment: 'production', version: '1.4.2', lacks: 1 },
  ],
  problems: 0,
};

const adopted = {
  summary: 'Deployment web: spec.replicas 2 → 5',
  warnings: ['Every cluster that gets apps/web gets this value, too'],
  files: [{ path: 'apps/web.yaml', diff: '-  count: 2\n+  count: 5\n' }],
};

const planned = {
  pipelineId: 'id-of-web',
  application: 'web',
  entityRefs: [],
  ownerRefs: [],
  action: 'promote',
  from: 'staging',
  to: 'live',
  repository: 'https://git.example.org/platform/fleet',
  base: 'main',
  branch: 'fleet/promote/web+live',
  readAt: '0'.repeat(40),
  moves: [{ kind: 'image', name: 'web', summary: 'image web 1.4.2 → 1.5.0' }],
  files: [],
  notMoved: [],
  waves: [],
  title: 'Promote web 1.5.0 to live',
  body: '',
  labels: [],
  reviewers: [],
  draft: false,
  gates: [
    {
      gate: 'soak',
      title: 'Soak time',
      state: 'waiting',
      summary: 'It has run for 1 of 2 minutes',
      waitsFor: [],
      evidence: [],
    },
  ],
  enforcement: 'required',
  risk: {
    environment: 'production',
    clusters: ['prod-1'],
    canary: false,
    summary: 'One cluster, at once',
  },
  asks: [],
  warnings: [],
};

/** A fleet backend behind a real client: three clusters, one kind of claim, and what a platform offers. */
export class FakeFleet {
  readonly requests: { path: string; body?: unknown }[] = [];
  readonly client = new FleetClient({
    discoveryApi: { getBaseUrl: async () => 'http://backend/api/fleet' },
    fetchApi: { fetch: (...args) => this.fetch(...args) },
  });

  offers: ClaimOffers = {
    environments: [
      { name: 'staging', directory: 'stg' },
      { name: 'production', directory: 'prod' },
    ],
    providers: ['aws', 'azure'],
    regions: [
      { name: 'eu-west-1', provider: 'aws' },
      { name: 'westeurope', provider: 'azure' },
    ],
    versions: [
      { version: '1.36', supported: true },
      { version: '1.35', endOfLife: '2027-02-28', supported: true },
      { version: '1.34', endOfLife: '2026-10-27', supported: false },
    ],
    instanceTypes: [
      { name: 'm6i.large', provider: 'aws', cpu: 2, memoryGib: 8 },
      { name: 'D2s_v5', provider: 'azure', cpu: 2, memoryGib: 8 },
    ],
    addons: [
      { name: 'dns', title: 'External DNS', description: 'Names for Services' },
      { name: 'mesh', title: 'Service mesh' },
    ],
  };

  claimKind: ClaimKindDetail = {
    claimKind: {
      id: 'postgres',
      cluster: 'hub',
      group: 'platform.example.org',
      kind: 'PostgresDatabase',
      plural: 'postgresdatabases',
      apiVersion: 'platform.example.org/v1alpha1',
      namespaced: true,
      title: 'Postgres database',
      description: 'A database of your own',
      makesClusters: false,
      state: 'healthy',
      summary: 'offered',
      compositions: ['postgres-aws'],
      claims: 2,
    },
    schema: {
      type: 'object',
      required: ['version', 'environment'],
      properties: {
        version: { type: 'string', enum: ['16', '17'] },
        storageGib: { type: 'integer', minimum: 10, default: 20 },
        highAvailable: { type: 'boolean' },
        environment: { type: 'string' },
        port: { 'x-kubernetes-int-or-string': true },
      },
    },
  };

  /** What is wrong with any text of freezes. */
  freezeProblems: string[] = [];

  /** Status and message by path, for what goes wrong. */
  failures = new Map<string, { status: number; message: string }>();

  /** Says what is wrong with a claim. */
  validate: (manifest: {
    spec?: Record<string, unknown>;
  }) => ClaimValidation['errors'] = () => [];

  async fetch(...args: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(...args);
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace('/api/fleet', '');
    const body = request.method === 'POST' ? await request.json() : undefined;
    this.requests.push({ path, body });
    const failure = this.failures.get(path);
    if (failure) {
      return answer(failure.status, {
        error: { name: nameOf(failure.status), message: failure.message },
        response: { statusCode: failure.status },
      });
    }
    const filter = searchParams.get('filter') ?? '';
    const found = this.#answerTo(path, body, filter);
    return found === undefined
      ? answer(404, {
          error: { name: 'NotFoundError', message: `No ${path}` },
          response: { statusCode: 404 },
        })
      : answer(200, found);
  }

  #answerTo(
    path: string,
    body: { manifest: object } | undefined,
    filter: string,
  ): unknown {
    const clusters = [
      cluster('stg-1', '1.34.2'),
      cluster('prod-1', '1.33.9'),
      cluster('prod-2', '1.35.1'),
    ].filter(
      ({ environment }) =>
        !filter.includes('environment=') || filter.includes(environment),
    );
    const named = clusters.find(({ name }) => path === `/clusters/${name}`);
    switch (path) {
      case '/clusters':
        return {
          items: clusters,
          totalItems: clusters.length,
          facets: {},
          pageInfo: {},
        };
      case '/claims':
        return {
          items: [
            {
              makesCluster: 'ordered-1',
              nodeGroups: [{ name: 'general', minSize: 2, maxSize: 4 }],
            },
          ],
          totalItems: 1,
          facets: {},
          pageInfo: {},
        };
      case '/freezes':
        return {
          items: [],
          titles: ['Weekends'],
          problems: [],
          warnings: [],
          path: 'freezes.yaml',
        };
      case '/freezes/check':
        return {
          items: [],
          titles: [],
          problems: this.freezeProblems,
          warnings: [],
        };
      case '/pipelines':
        return { items: [pipeline], totalItems: 1, facets: {}, pageInfo: {} };
      case '/promotions/plan':
        return planned;
      case '/drifts/scaled/adoption-plan':
        return adopted;
      case '/claim-offers':
        return this.offers;
      case '/claim-kinds':
        return { items: [this.claimKind.claimKind] };
      case '/claim-kinds/postgres':
        return this.claimKind;
      case '/claims/validate': {
        const errors = this.validate(body!.manifest);
        return {
          valid: errors.length === 0,
          errors,
          unchecked: [],
          exists: false,
          manifest: body!.manifest,
        };
      }
      default:
        return named && { cluster: named };
    }
  }
}

function cluster(name: string, version: string) {
  const environment = name.startsWith('prod') ? 'production' : 'staging';
  return {
    name,
    environment,
    region: name === 'prod-2' ? 'us-east-1' : 'eu-west-1',
    version,
    state: 'healthy',
    summary: 'healthy',
    engines: name === 'prod-2' ? [] : [{ name: 'flux', installed: true }],
  };
}

function nameOf(status: number): string {
  return status === 403 ? 'NotAllowedError' : 'InternalServerError';
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}
