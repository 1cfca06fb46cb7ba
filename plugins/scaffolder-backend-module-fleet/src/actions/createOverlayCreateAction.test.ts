import { parse } from 'yaml';
import { fleetFiles } from '../__testUtils__/fleetFiles';
import { clusterOf, rootOf } from '../__testUtils__/records';
import { adaToken, TestScaffolder } from '../__testUtils__/TestScaffolder';

const kustomization = 'kind: Kustomization\nresources:\n';
const rendered = {
  'rendered/base/kustomization.yaml': `${kustomization}  - deployment.yaml\n`,
  'rendered/base/deployment.yaml': 'kind: Deployment # mine\n',
  'rendered/base/ingress.yaml': '\n  \n',
  'rendered/overlays/development/kustomization.yaml': `${kustomization}  - base\nimages: [] # mine\n`,
  'rendered/overlays/production/us-east-1/kustomization.yaml': `${kustomization}  - base\n`,
  'rendered/overlays/production/eu-west-1/kustomization.yaml':
    'kind: Kustomization\n',
  'rendered/delivery/kustomization.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: tickets, namespace: flux-system }
spec:
  interval: 10m # often enough
`,
  'rendered/delivery/application.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: tickets, namespace: argocd }
spec:
  destination:
    namespace: travel
`,
  'rendered/catalog-info.yaml': 'kind: Component\n',
};
const development = { environment: 'development', clusters: ['dev-1'] };
const overlays = [
  development,
  { environment: 'production', region: 'us-east-1', clusters: ['prod-1'] },
  { environment: 'production', region: 'eu-west-1', clusters: ['prod-2'] },
];
const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: tickets, namespace: argocd }
spec:
  template:
    spec:
      source:
        path: "{{.path}}"
`;

describe('fleet:overlay:create', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  const start = async (layout?: Record<string, string>) => {
    scaffolder = await TestScaffolder.start({ files: fleetFiles, layout });
    scaffolder.fleet.clusters = [
      clusterOf('hub', { hub: true, engines: ['flux', 'argocd'] }),
      clusterOf('dev-1', { environment: 'development', engines: ['flux'] }),
      clusterOf('prod-1', {
        environment: 'production',
        region: 'us-east-1',
        engines: ['argocd'],
      }),
      clusterOf('prod-2', {
        environment: 'production',
        region: 'eu-west-1',
        engines: ['argocd'],
      }),
    ];
    // Nobody has to see what all of a cluster comes from.
    scaffolder.fleet.hidden = [rootOf('prod-1'), rootOf('prod-2', 'hub')];
    scaffolder.fleet.hiddenClusters = [clusterOf('secret-hub', { hub: true })];
  };
  afterEach(() => scaffolder.stop());

  const step = (input: object = {}) => ({
    action: 'fleet:overlay:create',
    input: { application: 'tickets', overlays, ...input },
  });
  const create = (input: object = {}, workspace: object = {}) =>
    scaffolder.runIn({ ...rendered, ...workspace }, step(input));
  const branch = (name = 'fleet/create/tickets') =>
    scaffolder.git.readFiles('platform/fleet', name);

  it('wires base, overlays and what delivers them, once', async () => {
    await start();
    const first = await create();
    expect(first).toMatchObject({
      status: 'completed',
      output: {
        outcome: 'opened',
        pullRequestUrl: `${scaffolder.git.url}/platform/fleet/pull/1`,
        catalogInfoUrl: `${scaffolder.git.url}/platform/fleet/blob/main/apps/tickets/catalog-info.yaml`,
      },
    });
    const writes = scaffolder.git.requests.filter(
      ({ method }) => method !== 'GET',
    );
    expect(writes).toHaveLength(4);

    const { 'README.md': _, ...there } = await branch();
    const changed = Object.fromEntries(
      Object.entries(there).filter(
        ([path, text]) => (fleetFiles as Record<string, string>)[path] !== text,
      ),
    );
    const url = `${scaffolder.git.url}/platform/fleet.git`;
    expect(changed).toEqual({
      'apps/tickets/base/kustomization.yaml':
        rendered['rendered/base/kustomization.yaml'],
      'apps/tickets/base/deployment.yaml': 'kind: Deployment # mine\n',
      'apps/tickets/overlays/dev/kustomization.yaml': `${kustomization}  - ../../base\nimages: [] # mine\n`,
      'apps/tickets/overlays/prod/us-east-1/kustomization.yaml': `${kustomization}  - ../../../base\n`,
      'apps/tickets/overlays/prod/eu-west-1/kustomization.yaml': `${kustomization}  - ../../../base\n`,
      'apps/tickets/catalog-info.yaml': 'kind: Component\n',
      'clusters/dev-1/kustomization.yaml': `${fleetFiles['clusters/dev-1/kustomization.yaml']}  - tickets.yaml\n`,
      'clusters/dev-1/tickets.yaml': expect.stringContaining('# often enough'),
      'clusters/prod-1/tickets.yaml': expect.any(String),
      'clusters/prod-2/tickets.yaml': expect.any(String),
      'clusters/prod-2/kustomization.yaml':
        'resources: [infrastructure.yaml, tickets.yaml]\n',
    });
    expect(parse(changed['clusters/dev-1/tickets.yaml']).spec).toEqual({
      interval: '10m',
      path: './apps/tickets/overlays/dev',
      sourceRef: { kind: 'GitRepository', name: 'fleet' },
    });
    expect(parse(changed['clusters/prod-1/tickets.yaml'])).toMatchObject({
      metadata: { name: 'tickets' },
      spec: {
        source: {
          repoURL: url,
          targetRevision: 'main',
          path: 'apps/tickets/overlays/prod/us-east-1',
        },
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: 'travel',
        },
      },
    });
    expect(parse(changed['clusters/prod-2/tickets.yaml'])).toMatchObject({
      metadata: { name: 'tickets-prod-2' },
      spec: { destination: { name: 'prod-2', namespace: 'travel' } },
    });

    expect(await create()).toMatchObject({
      output: { outcome: 'unchanged' },
    });
  });

  it('goes by what delivers to a cluster, whatever kinds are there', async () => {
    await start();
    const only = Object.fromEntries(
      Object.entries(rendered).filter(([path]) => !/applic/.test(path)),
    );
    const { log } = await scaffolder.runIn(only, step());
    for (const problem of [
      'Argo CD delivers to prod-1, and what was rendered is Kustomization',
      'the Argo CD of its hub delivers to prod-2',
    ]) {
      expect(log).toContain(problem);
    }
    scaffolder.fleet.hidden = [];
    expect((await create()).log).toContain(
      'nothing that is known of yet delivers to prod-1',
    );
  });

  it('shows all of it in a dry run, and writes nothing', async () => {
    await start();
    await scaffolder.git.commit('platform/fleet', {
      message: 'Have a base',
      files: { 'apps/tickets/base/kustomization.yaml': 'resources: []\n' },
    });
    const { status, log } = await scaffolder.dryRunIn(rendered, step());
    expect(status).toBe('completed');
    expect(log).toContain('on fleet/create/tickets: Create tickets');
    expect(log).toContain('+++ b/apps/tickets/overlays/dev/kustomization.yaml');
    expect(log).toContain('   - search.yaml\n+  - tickets.yaml');
    expect(
      scaffolder.git.requests.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  it('adopts what is there, and adds what is missing', async () => {
    await start();
    const base = { 'apps/tickets/base/kustomization.yaml': '# old\n' };
    await scaffolder.git.commit('platform/fleet', {
      message: 'By hand',
      files: {
        ...base,
        'apps/tickets/overlays/dev/kustomization.yaml': 'a: 1',
      },
    });
    const { log, output } = await create();
    expect(log).toContain(
      'apps/tickets/base is there and stays as it is, with kustomization.yaml: what was chosen for it has no effect',
    );
    expect(output.files).not.toContain('apps/tickets/base/deployment.yaml');
    expect(await branch()).toMatchObject({
      ...base,
      'apps/tickets/overlays/dev/kustomization.yaml': 'a: 1',
      'apps/tickets/overlays/prod/us-east-1/kustomization.yaml':
        expect.any(String),
    });

    await scaffolder.git.commit('platform/fleet', {
      message: 'Merge it',
      files: await branch(),
    });
    const again = await create();
    expect(again.output).toMatchObject({
      outcome: 'nothing-to-change',
      files: [],
    });
  });

  it('has a hub generate what Argo CD delivers', async () => {
    await start();
    const without = Object.fromEntries(
      Object.entries(rendered).filter(([path]) => !path.includes('delivery')),
    );
    await scaffolder.runIn(
      { ...without, 'rendered/delivery/set.yaml': set },
      step(),
    );
    const { 'clusters/hub/tickets.yaml': text } = await branch();
    expect(parse(text).spec).toMatchObject({
      generators: [
        {
          list: {
            elements: [
              { cluster: 'dev-1', path: 'apps/tickets/overlays/dev' },
              { cluster: 'prod-1', region: 'us-east-1' },
              { cluster: 'prod-2', environment: 'production' },
            ],
          },
        },
      ],
      template: { spec: { source: { targetRevision: 'main' } } },
    });
  });

  it('opens one pull request for each branch of an environment', async () => {
    await start({
      base: 'apps/base/{app}',
      overlay: 'apps/{app}',
      branch: 'env/{environment}',
    });
    for (const name of ['env/dev', 'env/prod']) {
      await scaffolder.git.commit('platform/fleet', {
        message: 'Branch off',
        branch: name,
        files: { 'README.md': `# ${name}\n` },
      });
    }
    const { output } = await create({ overlays: overlays.slice(0, 2) });
    expect(output.pullRequests).toMatchObject([
      { base: 'env/dev', outcome: 'opened' },
      { base: 'env/prod', outcome: 'opened' },
    ]);
    const { pulls } = scaffolder.git.repository('platform/fleet');
    const [development1, production] = await Promise.all(
      [...pulls.values()].map(({ head }) => branch(head)),
    );
    expect(development1).toMatchObject({
      'README.md': '# env/dev\n',
      'apps/base/tickets/catalog-info.yaml': 'kind: Component\n',
      'apps/tickets/kustomization.yaml': expect.stringContaining(
        '- ../base/tickets\n',
      ),
      'clusters/dev-1/tickets.yaml': expect.stringContaining(
        'path: ./apps/tickets\n',
      ),
    });
    expect(development1).not.toHaveProperty(['clusters/prod-1/tickets.yaml']);
    expect(production).toMatchObject({
      'apps/tickets/us-east-1/kustomization.yaml': expect.stringContaining(
        '- ../../base/tickets\n',
      ),
      'clusters/prod-1/tickets.yaml': expect.stringContaining(
        'targetRevision: env/prod\n',
      ),
    });
  });

  it('says what it cannot do, and does none of it', async () => {
    await start();
    await scaffolder.git.commit('platform/fleet', {
      message: 'Take the name',
      files: {
        'clusters/dev-1/taken.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: taken }\nspec: { path: ./elsewhere }\n`,
        'apps/loose/base/deployment.yaml': 'a: 1\n',
        'clusters/dev-1/broken.yaml': 'a: [\n',
      },
    });
    scaffolder.fleet.clusters.push(
      clusterOf('dev-2', { environment: 'development', engines: ['flux'] }),
    );
    const only = (clusters: string[], rest: object = {}) => ({
      overlays: [{ environment: 'development', clusters, ...rest }],
    });
    const cases: [object, string, object?][] = [
      [{ application: '../x' }, 'application'],
      [{ application: 'Tickets' }, 'application'],
      [{ application: 'taken' }, 'delivers something else under that name'],
      [{ application: 'broken' }, 'clusters/dev-1/broken.yaml, line '],
      [
        { application: 'loose' },
        'apps/loose/base holds deployment.yaml and no kustomization.yaml',
      ],
      [only(['nowhere']), 'there is no cluster nowhere that you may see'],
      [only(['prod-1']), 'prod-1 is one of production, us-east-1, and not of'],
      [only(['dev-2']), 'clusters/dev-2 is not in the repository'],
      [
        { overlays: [development, development] },
        'overlays: development is there twice',
      ],
      [
        {
          overlays: [...overlays, { environment: 'production', clusters: [] }],
        },
        'production is there as a whole and by region',
      ],
      [only([], { environment: 'mars' }), 'there is no environment "mars"'],
      [{ from: '../..' }, 'Relative path'],
      [{ from: 'nothing' }, 'nothing/base has no kustomization.yaml'],
      [
        { layout: { overlay: 'apps/{environment}/{team}' } },
        '{team} of apps/{environment}/{team} is not known: only {app}, {environment}',
      ],
      [{ layout: { base: '../{app}' } }, 'the path "../tickets" is not plain'],
      [
        { layout: { overlay: 'apps/{app}' } },
        'puts development and production into the same folder',
      ],
      [
        {},
        'rendered/base/deployment.yaml, line 2, column 1',
        { 'rendered/base/deployment.yaml': 'a: [\n' },
      ],
      [
        {},
        'has to hold one object that is one of Kustomization, Application',
        {
          'rendered/delivery/more.yaml':
            'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n',
        },
      ],
      [
        { hub: 'secret-hub' },
        'there is no cluster secret-hub that you may see',
      ],
      [
        { repositoryUrl: `${scaffolder.git.url}/ada/other` },
        'is none of fleet.git.repositories',
      ],
    ];
    for (const [input, message, workspace] of cases) {
      const { status, log } = await create(input, workspace);
      expect({ input, status, log }).toEqual({
        input,
        status: expect.stringMatching('failed|refused'),
        log: expect.stringContaining(message),
      });
    }
    expect(
      scaffolder.git.requests.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  it('acts as whoever asks, where their token is given', async () => {
    await start();
    expect((await create({ token: adaToken })).status).toBe('completed');
    const { pulls } = scaffolder.git.repository('platform/fleet');
    expect(pulls.get(1)?.author).toBe('ada');
  });
});
