import { ConfigReader } from '@backstage/config';
import { GitHosts } from '@fleetcommander/backstage-plugin-fleet-node';
import { GitHost, LocalRepository } from '@fleetcommander/demo-fleet';
import { applicationOf } from '../../commands/__testUtils__/applicationOf';
import { ObjectServer } from '../../commands/__testUtils__/ObjectServer';
import type { Wanted } from './Desired';
import { gitFilesSource } from './gitFilesSource';

const kustomizationPath =
  '/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations/web';
const service = (port: number, namespace?: string) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace },
    spec: { ports: [{ port }] },
  });

describe('gitFilesSource', () => {
  let objects: ObjectServer;
  let repository: LocalRepository;
  let host: GitHost;
  let applied: string;
  let gitHosts: GitHosts;

  beforeAll(async () => {
    objects = await ObjectServer.start('one');
    repository = await LocalRepository.create();
    applied = await repository.commit(
      {
        'apps/web/notes.md': 'kind: Service',
        'apps/web/all.yaml': `kind: Broken\n---\n${service(
          8080,
          'other',
        )}\n---\n${service(80)}\n`,
        'apps/overlay/kustomization.yaml': 'resources: [../web]\n',
        'apps/chart/Chart.yaml': 'name: web\n',
        'apps/sealed/web.yaml': `{"sops":{},${service(80).slice(1)}\n`,
        'apps/bomb/web.yaml': `a: &a [x, x]\nb: &b [${'*a,'.repeat(
          60,
        )}]\nc: [${'*b,'.repeat(60)}]\n`,
      },
      { message: 'Begin', at: '2026-11-01T10:00:00Z' },
    );
    await repository.commit(
      { 'apps/web/all.yaml': service(81) },
      { message: 'Move', at: '2026-11-02T10:00:00Z' },
    );
    host = await GitHost.create({
      people: [{ login: 'fleet-bot', token: 'token' }],
      repositories: { 'acme/fleet': { folder: repository.folder } },
    });
    await host.start();
    gitHosts = GitHosts.fromConfig(
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
    );
  });
  beforeEach(() => setSpec({}));
  afterAll(async () => {
    await Promise.all([objects.stop(), host.stop()]);
    await repository.delete();
  });

  function setSpec(spec: object) {
    objects.put(kustomizationPath, {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'web' },
      spec,
    });
  }

  function find(path: string, changed: Partial<Wanted> = {}) {
    const wanted: Wanted = {
      application: applicationOf({
        revision: `main@sha1:${applied}`,
        sources: [{ type: 'git', path }],
      }),
      repository: 'https://git.example.org/acme/fleet.git',
      group: '',
      version: 'v1',
      plural: 'services',
      kind: 'Service',
      namespace: 'shop',
      name: 'web',
      ...changed,
    };
    return gitFilesSource({
      connections: objects.connections,
      gitHosts,
    }).find(wanted);
  }

  it('finds the object as Git had it at the revision that is applied', async () => {
    expect(await find('./apps/web/')).toEqual({
      object: JSON.parse(service(80)),
      words: 'What apps/web/all.yaml says in Git.',
      revision: `main@sha1:${applied}`,
    });
  });

  it.each([
    ['apps/overlay', /^a Kustomize overlay makes it/],
    ['apps/chart', /^a Helm chart makes it/],
    ['apps/sealed', /^in apps\/sealed\/web\.yaml it is encrypted with SOPS/],
    ['apps/bomb', /^no file has it; not all could be read: apps\/bomb\/web/],
    ['apps/none', /^no file has it/],
  ])('says why %s does not tell', async (path, reason) => {
    expect(await find(path)).toEqual({
      unknown: expect.stringMatching(reason),
    });
  });

  it('says what on the way to the cluster makes something else of it', async () => {
    setSpec({ postBuild: { substitute: { a: 'b' } }, patches: [] });
    expect(await find('apps/web')).toEqual({
      unknown: 'the Kustomization changes what the files say, by its postBuild',
    });

    objects.forbidden.add(`GET ${kustomizationPath}`);
    expect(await find('apps/web')).toEqual({
      unknown: expect.stringMatching(/^cannot GET/),
    });
    objects.forbidden.clear();
  });

  it('says what Git does not answer, and what cannot be asked', async () => {
    expect(
      await find('apps/web', {
        repository: 'https://git.example.org/acme/none',
      }),
    ).toEqual({ unknown: expect.stringContaining('there is no acme/none') });
    expect(
      await find('apps/web', { repository: 'https://elsewhere.org/a/b' }),
    ).toEqual({
      unknown: expect.stringContaining('no integration for elsewhere.org'),
    });
    expect(await find('apps/web', { repository: undefined })).toEqual({
      unknown: 'its source is not a repository of Git',
    });
  });
});
