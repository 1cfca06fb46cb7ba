import { ConfigReader } from '@backstage/config';
import { gitHostsOf } from './gitHostsOf';
import { sourceLink } from './sourceLink';

const hosts = gitHostsOf(
  new ConfigReader({
    integrations: {
      github: [{ host: 'code.acme.io' }],
      gitlab: [{ host: 'git.acme.io', apiBaseUrl: 'https://git.acme.io/api' }],
      gitea: [{ host: 'tea.acme.io' }],
      bitbucketServer: [{ host: 'bucket.acme.io' }],
    },
  }),
);
const commit = '0123456789abcdef0123456789abcdef01234567';

describe('sourceLink', () => {
  it.each([
    ['https://github.com/acme/fleet.git', `/tree/${commit}/apps/web%20shop`],
    ['https://code.acme.io/acme/fleet', `/tree/${commit}/apps/web%20shop`],
    ['https://github.acme.io/acme/fleet/', `/tree/${commit}/apps/web%20shop`],
    ['https://git.acme.io/a/b/c', `/-/tree/${commit}/apps/web%20shop`],
    ['https://tea.acme.io/acme/fleet', `/src/commit/${commit}/apps/web%20shop`],
    ['https://bitbucket.org/acme/fleet', `/src/${commit}/apps/web%20shop`],
    [
      'https://me@dev.azure.com/acme/shop/_git/fleet',
      `?path=/apps/web%20shop&version=GC${commit}`,
    ],
  ])('leads to the path at the commit on %s', (url, page) => {
    const repository = url.replace(/(\.git|\/)$/, '').replace('me@', '');
    expect(
      sourceLink(
        { url, path: './apps/web shop', revision: `main@sha1:${commit}` },
        hosts,
      ),
    ).toBe(repository + page);
    expect(sourceLink({ url }, hosts)).toBe(repository);
  });

  it.each([
    'https://bucket.acme.io/scm/FLEET/apps.git',
    'ssh://git@bucket.acme.io:7999/FLEET/apps.git',
  ])('finds the page of a repository of Bitbucket Server at %s', url => {
    expect(sourceLink({ url, path: 'dev', revision: commit }, hosts)).toBe(
      `https://bucket.acme.io/projects/FLEET/repos/apps/browse/dev?at=${commit}`,
    );
  });

  it.each([
    'https://git.example.org/acme/fleet',
    'https://charts.example.org',
    'oci://ghcr.io/acme/fleet',
    'file:///srv/git/fleet',
    undefined,
  ])('is undefined where nobody knows what is at %s', url => {
    expect(sourceLink({ url, revision: commit }, hosts)).toBeUndefined();
  });
});
