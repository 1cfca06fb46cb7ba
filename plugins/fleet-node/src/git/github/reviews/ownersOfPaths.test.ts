import { ownersOfPaths } from './ownersOfPaths';

const text = `# Whose what is
*                       @org/everybody   # unless said below
/apps/                  @org/travel ada@example.org
/apps/*/overlays/production/ @org/sre @grace
docs/*                  @writer
*.md                    @writer
/apps/legacy/
with\\ space/            @ada
!apps/web               @nobody
apps/[ab]               @nobody
/broken                 nobody
`;

const ownerOf = (path: string) => {
  const [rule] = ownersOfPaths(text.replaceAll('\n', '\r\n'), [path]);
  return rule?.owners.join(' ');
};

describe('ownersOfPaths', () => {
  it.each([
    ['package.json', 'team:everybody'],
    ['apps/web/base/a.yaml', 'team:travel ada@example.org'],
    ['other/apps/a.yaml', 'team:everybody'],
    ['apps/web/overlays/production/a.yaml', 'team:sre grace'],
    ['apps/web/overlays/production/eu/a.yaml', 'team:sre grace'],
    ['apps/web/overlays/staging/a.yaml', 'team:travel ada@example.org'],
    ['docs/a.txt', 'writer'],
    ['docs/deeper/a.txt', 'team:everybody'],
    ['other/docs/a.txt', 'team:everybody'],
    ['apps/README.md', 'writer'],
    ['apps/README.MD', 'team:travel ada@example.org'],
    // Named without owners: nobody has to agree.
    ['apps/legacy/a.yaml', undefined],
    ['with space/a', 'ada'],
    ['apps/a', 'team:travel ada@example.org'],
    ['broken', 'team:everybody'],
  ])('%s is owned by %s', (path, owner) => {
    expect(ownerOf(path)).toBe(owner);
  });

  it('names each rule once, with what falls under it', () => {
    expect(
      ownersOfPaths('*.yaml @ada\n*.md @grace\n', ['a.yaml', 'b.md', 'c.yaml']),
    ).toEqual([
      { pattern: '*.yaml', owners: ['ada'], paths: ['a.yaml', 'c.yaml'] },
      { pattern: '*.md', owners: ['grace'], paths: ['b.md'] },
    ]);
    expect(ownersOfPaths('', ['a'])).toEqual([]);
  });
});
