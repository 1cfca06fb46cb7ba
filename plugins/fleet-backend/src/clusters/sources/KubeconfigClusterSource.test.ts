import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { KubeconfigSignIn } from '../signIn/KubeconfigSignIn';
import { KubeconfigClusterSource } from './KubeconfigClusterSource';

const path = join(__dirname, '__fixtures__', 'kubeconfig.yaml');

describe('KubeconfigClusterSource', () => {
  const directory = createMockDirectory();

  it('makes a cluster of each context and names the broken ones', async () => {
    const { clusters, problems, complete } = await new KubeconfigClusterSource({
      path,
      labels: { team: 'sre', region: 'eu' },
    }).list();
    expect(clusters.map(({ name }) => name)).toEqual([
      'token',
      'token-file',
      'certificate',
      'certificate-file',
      'basic',
      'exec',
      'oidc',
      'nobody',
    ]);
    expect(clusters[0]).toMatchObject({
      url: 'https://one.example.org:6443',
      labels: {
        team: 'sre',
        region: 'eu-west-1',
        environment: 'production',
        hub: 'true',
      },
      hub: true,
      source: `kubeconfig ${path}`,
      tls: {
        ca: expect.stringContaining('BEGIN CERTIFICATE'),
        serverName: 'kubernetes',
      },
      proxyUrl: 'http://proxy.example.org:3128',
    });
    expect(clusters[1]).toMatchObject({
      hub: undefined,
      labels: { team: 'sre', region: 'eu' },
      tls: { ca: expect.stringContaining('BEGIN CERTIFICATE') },
    });
    const about = (context: string) => `kubeconfig ${path}, context ${context}`;
    expect(
      Object.fromEntries(problems.map(({ key, message }) => [key, message])),
    ).toEqual({
      [about('no-cluster')]: 'the file has no cluster named none',
      [about('no-user')]: 'the file has no user named none',
      [about('no-server')]: 'cluster no-server is not complete: look at server',
      [about('lost-authority')]: expect.stringMatching(
        /^cannot read the certificate .*gone\.pem/,
      ),
      [about('odd-labels')]:
        'its extension fleetcommander.io/labels has to be a map of texts; quote values such as "true"',
      [about('bad-user')]: 'user bad is not complete: look at token',
      [about('impersonator')]: expect.stringContaining(
        'impersonates admin, which is not supported',
      ),
      [about('empty')]: 'context empty is not complete: look at cluster',
    });
    expect(JSON.stringify(problems)).not.toContain('secret-token');
    expect(complete).toBe(false);
  });

  it('takes the contexts that config names', async () => {
    const { clusters, problems } = await new KubeconfigClusterSource({
      path,
      contexts: ['basic', 'tokn'],
    }).list();
    expect(clusters.map(({ name }) => name)).toEqual(['basic']);
    expect(problems).toEqual([
      {
        key: `kubeconfig ${path}, context tokn`,
        message: 'the file has no context named tokn',
      },
    ]);
  });

  it('signs in as the user of each context', async () => {
    const { clusters } = await new KubeconfigClusterSource({ path }).list();
    const signIn = new KubeconfigSignIn();
    const credentials = new Map(
      await Promise.all(
        clusters.map(async cluster => {
          const { signal } = new AbortController();
          const credential = await signIn
            .signIn(cluster, { signal })
            .catch(error => error.message);
          return [cluster.name, credential] as const;
        }),
      ),
    );
    expect(Object.fromEntries(credentials)).toEqual({
      token: { token: 'secret-token' },
      'token-file': { token: 'token-in-a-file', expiresAt: expect.any(Date) },
      certificate: { certificate: { cert: 'cert', key: 'key' } },
      'certificate-file': {
        certificate: { cert: 'cert-file', key: 'key-file' },
      },
      basic: { basic: { username: 'jo', password: 'pass' } },
      exec: {
        token: 'get-token from-env https://two.example.org',
        expiresAt: new Date('2100-01-01T00:00:00Z'),
      },
      oidc: expect.stringContaining("auth-provider oidc holds a person's"),
      nobody: {},
    });
  });

  it('follows the file: missing, broken, mended', async () => {
    directory.clear();
    const file = directory.resolve('config');
    const source = new KubeconfigClusterSource({ path: file });
    await expect(source.list()).rejects.toThrow(
      `there is no file ${file}; correct fleet.clusters.kubeconfig`,
    );
    writeFileSync(file, 'users: [{ token: secret-token\n: :');
    const broken = await source.list().catch(error => error);
    expect(broken.message).toContain(
      `the file ${file} is not a kubeconfig in YAML`,
    );
    expect(broken.message).not.toContain('secret-token');
    writeFileSync(file, '');
    await expect(source.list()).rejects.toThrow('is not a kubeconfig');
    copyFileSync(path, file);
    const { clusters } = await source.list();
    expect(clusters.map(({ name }) => name)).toContain('token');
    rmSync(file);
    await expect(source.list()).rejects.toThrow('there is no file');
  });
});
