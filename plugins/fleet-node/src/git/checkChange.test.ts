import { checkChange } from './checkChange';
import type { GitChange } from './GitChange';
import { GitError } from './GitError';

const file = { path: 'claims/one.yaml', text: 'a: 1' };
const change: GitChange = {
  branch: 'fleet/order/one',
  base: 'main',
  title: 'Order one',
  body: '',
  files: [file],
};

describe('checkChange', () => {
  it.each<Partial<GitChange>>([
    {},
    { base: undefined, files: [{ path: 'a b/ü.yaml' }] },
    { files: [{ path: '.github/.gitignore' }, file] },
  ])('takes %o', part => {
    expect(() => checkChange({ ...change, ...part })).not.toThrow();
  });

  it.each<[string, Partial<GitChange>]>([
    ['1 to 250 files', { files: [] }],
    ['"../a"', { files: [{ path: '../a', text: '' }] }],
    ['absolute', { files: [{ path: '/etc/passwd', text: '' }] }],
    ['control', { files: [{ path: 'a\0b', text: '' }] }],
    ['.git', { files: [{ path: 'a/.git/config', text: '' }] }],
    ['.git', { files: [{ path: '.GIT/hooks/x', text: '' }] }],
    ['.git', { files: [{ path: 'git~1/config', text: '' }] }],
    ['.git', { files: [{ path: '.g\u200cit/config', text: '' }] }],
    ['backslash', { files: [{ path: 'a\\b', text: '' }] }],
    ['empty', { files: [{ path: 'a//b', text: '' }] }],
    ['4096', { files: [{ path: 'x'.repeat(4097), text: '' }] }],
    [
      'at once',
      {
        files: [
          { path: 'a', text: '' },
          { path: 'a/b', text: '' },
        ],
      },
    ],
    ['more than once', { files: [file, file] }],
    ['the branch "a..b"', { branch: 'a..b' }],
    ['the branch', { branch: 'a b' }],
    ['the same', { branch: 'main' }],
    ['the base', { base: '-x' }],
    ['title', { title: 'a\nb' }],
    ['65536', { body: 'x'.repeat(65_537) }],
  ])('refuses what is wrong with "%s"', (words, part) => {
    const check = () => checkChange({ ...change, ...part });
    expect(check).toThrow(GitError);
    expect(check).toThrow(words);
  });
});
