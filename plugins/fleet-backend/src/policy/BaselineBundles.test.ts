import { ConfigReader } from '@backstage/config';
import { GitHosts } from '@fleetcommander/backstage-plugin-fleet-node';
import { GitHost, LocalRepository } from '@fleetcommander/demo-fleet';
import { builtInEngines } from '../engines/builtInEngines';
import { BaselineBundles } from './BaselineBundles';

function clusterPolicy(name: string): string {
  return `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: ${name} }
spec: { rules: [{ name: one, validate: { failureAction: Enforce } }] }
`;
}

describe('BaselineBundles', () => {
  let repository: LocalRepository;
  let host: GitHost;

  beforeEach(async () => {
    repository = await LocalRepository.create();
    await repository.commit(
      {
        'policies/one.yaml': `${clusterPolicy('one')}---\n${clusterPolicy(
          'two',
        )}`,
        'policies/constraint.yaml':
          'apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sAllowedRepos\nmetadata: { name: repos }\n',
        'policies/kustomization.yaml': 'resources: [one.yaml]\n',
        'policies/README.md': '# Not read',
        'apps/broken.yaml': 'a: [',
      },
      { message: 'Begin', at: '2026-11-01T10:00:00Z' },
    );
    host = await GitHost.create({
      people: [{ login: 'fleet-bot', token: 'token' }],
      repositories: { 'acme/policies': { folder: repository.folder } },
    });
    await host.start();
  });

  afterEach(async () => {
    await host.stop();
    await repository.delete();
  });

  function bundles(
    path: string,
    url = 'https://git.example.org/acme/policies',
  ) {
    return new BaselineBundles({
      engines: builtInEngines,
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
      baselines: [
        {
          policies: ['named'],
          controls: [],
          mode: 'enforce',
          bundle: { repository: url, path, ref: 'HEAD' },
        },
      ],
    });
  }

  it('demand the policies that a folder of Git has, and follow it', async () => {
    const read = bundles('policies');
    expect(read.current()).toMatchObject([{ policies: ['named'] }]);
    await read.refresh();
    expect(read.current()).toMatchObject([
      { policies: ['named', 'repos', 'one', 'two'], mode: 'enforce' },
    ]);
    expect(read.problems()).toEqual([]);

    await repository.commit(
      { 'policies/one.yaml': clusterPolicy('three') },
      { message: 'Replace', at: '2026-11-02T10:00:00Z' },
    );
    await read.refresh();
    expect(read.current()[0].policies).toEqual(['named', 'repos', 'three']);
  });

  it('say what is wrong, and go on with what was read last', async () => {
    const empty = bundles('apps');
    await empty.refresh();
    expect(empty.problems()).toEqual([
      {
        key: 'fleet.policy.baselines[0].bundle',
        message:
          'there is no policy below apps of https://git.example.org/acme/policies, so nothing is demanded',
      },
    ]);

    const elsewhere = bundles('policies', 'https://elsewhere.example.org/a/b');
    await elsewhere.refresh();
    expect(elsewhere.problems()[0].message).toMatch(
      'no integration for elsewhere.example.org is configured',
    );

    const read = bundles('policies');
    await read.refresh();
    host.fail({ answer: { status: 502, body: { message: 'Bad Gateway' } } });
    await read.refresh();
    expect(read.problems()).toHaveLength(1);
    expect(read.current()[0].policies).toContain('two');
  });
});
