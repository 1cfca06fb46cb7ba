import { ConfigReader } from '@backstage/config';
import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitHosts,
  readChange,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { GitHost } from '@fleetcommander/demo-fleet';
import type { RepositoryConfig } from '../clusters/config/FleetConfig';
import { applicationOf } from '../commands/__testUtils__/applicationOf';
import { AdoptionPlanner } from './AdoptionPlanner';

const folder = 'apps/web/overlays/production';
const name = 'platform/fleet';
const files = {
  'apps/web/base/kustomization.yaml': 'resources: [web.yaml]\n',
  'apps/web/base/web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  paused: false
  template:
    spec:
      containers:
        - name: app
          image: web:1
          env:
            - name: API_TOKEN
              value: none
            - name: ZONE
              value: \${zone}
`,
  [`${folder}/kustomization.yaml`]: `resources:
  - ../../base
patches:
  - path: size.yaml
`,
  [`${folder}/size.yaml`]: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2 # for the sales
`,
};
const container = '.spec.template.spec.containers[?(@.name=="app")]';

describe('AdoptionPlanner', () => {
  jest.setTimeout(60_000);
  let host: GitHost;
  let planner: AdoptionPlanner;
  const url = 'https://git.example.org/platform/fleet';

  beforeAll(async () => {
    host = await GitHost.create({
      people: [{ login: 'fleet-bot', token: 'token' }],
      repositories: { [name]: { files } },
    });
    await host.start();
    planner = new AdoptionPlanner({
      hosts: GitHosts.fromConfig(
        new ConfigReader({
          integrations: {
            github: [
              {
                host: 'git.example.org',
                apiBaseUrl: host.apiUrl,
                token: 'token',
              },
            ],
          },
        }),
      ),
      repositories: [{ url } as RepositoryConfig],
    });
  });
  afterAll(() => host.stop());

  const application = applicationOf({
    sources: [
      { type: 'git', url: `${url}.git`, path: `./${folder}`, ref: 'main' },
    ],
  });
  const overridden = (given: Partial<Drift> = {}) =>
    ({
      id: 'drift-1',
      kind: 'override',
      severity: 'high',
      cluster: 'production-1',
      manager: 'kubectl-edit',
      object: {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
      },
      path: '.spec.replicas',
      from: '2',
      to: '5',
      ...given,
    } as Drift);
  const plan = (given: Partial<Drift>, of = application) =>
    planner.plan(overridden(given), of, {
      requester: 'user:default/ada',
      reason: 'It was too slow',
    });

  it('changes the line that says it', async () => {
    host.requests.length = 0;
    const planned = await plan({});
    expect(planned).toMatchObject({
      driftId: 'drift-1',
      summary: 'Deployment web: spec.replicas 2 → 5',
      from: '2',
      to: '5',
      repository: url,
      base: 'main',
      branch: 'fleet/adopt/drift-1',
      readAt: await host.headOf(name, 'main'),
      path: `${folder}/size.yaml`,
      line: 6,
      files: [
        {
          path: `${folder}/size.yaml`,
          text: files[`${folder}/size.yaml`].replace('2 #', '5 #'),
          diff: expect.stringContaining('-  replicas: 2 # for the sales'),
        },
      ],
    });
    expect(planner.whyNot(overridden(), application)).toBeUndefined();
    expect(planned.body).toContain('It was too slow');
    expect(planned.body).toContain('`kubectl-edit`');
    expect(readChange(planned.body)).toEqual({
      action: 'adopt',
      requester: 'user:default/ada',
    });
    expect(host.requests.length).toBeLessThanOrEqual(12);
  });

  it('overrides what others share', async () => {
    const planned = await plan({
      path: '.spec.paused',
      from: 'false',
      to: 'true',
    });
    expect(planned.path).toBe(`${folder}/web-deployment.yaml`);
    expect(planned.files.map(({ path }) => path)).toEqual([
      `${folder}/kustomization.yaml`,
      `${folder}/web-deployment.yaml`,
    ]);
    expect(planned.warnings[0]).toContain(
      'apps/web/base/web.yaml says it for others',
    );
  });

  it('says when Git says so already', async () => {
    expect(await plan({ to: '2' })).toMatchObject({
      files: [],
      nothing: `${folder}/size.yaml says so already: it has to be applied`,
    });
  });

  it.each<[string, Partial<Drift>, string]>([
    [
      'a secret by its name',
      { path: `${container}.env[?(@.name=="API_TOKEN")].value`, to: '"abc"' },
      'looks like a secret',
    ],
    [
      'a secret by what it says',
      {
        path: '.metadata.annotations["a.b/c"]',
        to: '"https://ada:pw@example.org"',
      },
      'looks like a secret',
    ],
    [
      'what is filled in',
      { path: `${container}.env[?(@.name=="ZONE")].value`, to: '"a"' },
      'filled in for each cluster',
    ],
    ['what was taken away', { to: undefined }, 'was taken away'],
    [
      'what is too long',
      { to: '"aaa… (900 characters' },
      'longer than what is kept',
    ],
    [
      'another kind of drift',
      { kind: 'frozen' },
      'Only a value that somebody set live',
    ],
    ['what has ended', { endedAt: '2026-11-20T12:00:00Z' }, 'Only a value'],
    [
      'an object of nobody',
      { object: { group: '', kind: 'Service', name: 'web' } },
      'makes no Service web',
    ],
  ])('refuses %s, and repeats no secret', async (_, drift, words) => {
    const refusal = await plan(drift).catch((error: Error) => error.message);
    expect(refusal).toContain(words);
    expect(refusal).not.toContain('ada:pw');
  });

  it.each([
    ['a chart', { kind: 'HelmRelease' }, 'holds no such value'],
    [
      'a repository that is not configured',
      {
        sources: [
          {
            type: 'git' as const,
            url: 'https://git.example.org/other/fleet',
            path: folder,
          },
        ],
      },
      'none of fleet.git.repositories',
    ],
  ])('refuses what is made of %s', async (_, of, words) => {
    const other = { ...application, ...of };
    await expect(plan({}, other)).rejects.toThrow(words);
    expect(planner.whyNot(overridden(), other)).toContain(words);
  });
});
