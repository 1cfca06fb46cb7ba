import { filesOfOverlay } from './filesOfOverlay';
import { readOverlay } from './readOverlay';

const path = 'apps/web/kustomization.yaml';

describe('readOverlay', () => {
  it.each([
    ['a resource', 'resources: [../../constructor]'],
    ['a patch', 'patches: [{ path: ../../valueOf }]'],
    ['a replacement', 'replacements: [{ path: ../../toString }]'],
    [
      'what a ConfigMap is made of',
      'configMapGenerator: [{ name: x, files: [../../toString], envs: [../../__proto__] }]',
    ],
  ])('tells that %s is not there, whatever it is called', async (_, text) => {
    const { files } = await filesOfOverlay('apps/web', {
      readFile: async name => (name === path ? text : undefined),
      listFolder: async folder =>
        folder === 'apps/web' ? ['kustomization.yaml'] : [],
    });
    const { notUnderstood } = readOverlay({ ...files }, 'apps/web');
    expect(notUnderstood).not.toHaveLength(0);
    for (const { message } of notUnderstood) {
      expect(message).toContain('is not there');
    }
  });

  it('tells once that a base which is named again and again says too much', () => {
    const { notUnderstood } = readOverlay(
      {
        [path]: `resources:\n${'- ../base\n'.repeat(1_000)}`,
        'apps/base/kustomization.yaml': `a:\n${'  - 1\n'.repeat(100_000)}`,
      },
      'apps/web',
    );
    expect(notUnderstood).toEqual([
      expect.objectContaining({
        path: 'apps/base/kustomization.yaml',
        message: expect.stringContaining('too large'),
        broken: true,
      }),
    ]);
  });

  it('takes no character for part of a version that a database could not keep', () => {
    const { artifacts } = readOverlay(
      {
        [path]:
          'resources: [pod.yaml]\nimages: [{ name: web, newTag: "1.4\\0" }]',
      },
      'apps/web',
    );
    expect(artifacts.map(({ version }) => version)).toEqual(['1.4\ufffd']);
  });
});
