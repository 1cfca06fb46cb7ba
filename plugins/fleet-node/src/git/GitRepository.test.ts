import { parseGitRepository } from './GitRepository';

describe('parseGitRepository', () => {
  it.each([
    ['https://github.com/acme/fleet', 'github.com', 'acme', 'fleet'],
    ['https://github.com/acme/fleet.git/', 'github.com', 'acme', 'fleet'],
    ['https://GitHub.com:443/acme/fleet', 'github.com', 'acme', 'fleet'],
    ['https://bot:secret@git.acme.org:8443/a/b', 'git.acme.org:8443', 'a', 'b'],
    ['ssh://git@git.acme.org:7999/a/b.git', 'git.acme.org', 'a', 'b'],
    ['ssh://git@ssh.github.com:443/a/b.git', 'github.com', 'a', 'b'],
    ['git@github.com:acme/fleet.git', 'github.com', 'acme', 'fleet'],
    ['git@github.com:/acme/fleet', 'github.com', 'acme', 'fleet'],
    ['github.com:acme/fleet.js', 'github.com', 'acme', 'fleet.js'],
    ['https://gitlab.com/a/b/c.git', 'gitlab.com', 'a/b', 'c'],
  ])('%s', (url, host, owner, name) => {
    expect(parseGitRepository(url)).toEqual({ host, owner, name });
  });

  it.each([
    '',
    'fleet',
    'oci://ghcr.io/acme/fleet',
    'file:///srv/git/fleet',
    'https://github.com/acme',
    'https://github.com/acme/..%2F..%2Fuser',
    'https://github.com/acme/%2e%2e%2fuser/a',
    'https://github.com/acme/a%00b',
    'https://github.com/acme/fleet%ZZ',
    'git@github.com:acme/a?b=c#d/e',
  ])('has nothing for %s', url => {
    expect(parseGitRepository(url)).toBeUndefined();
  });
});
