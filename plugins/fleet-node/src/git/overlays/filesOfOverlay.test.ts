import { inFolder, byImages, webBase } from './__testUtils__/webFiles';
import { filesOfOverlay } from './filesOfOverlay';
import type { OverlayFiles } from './Overlay';
import { readOverlay } from './readOverlay';

const production = 'apps/web/overlays/production';

/** Reads from memory, and notes what is asked for. */
function readerOf(files: OverlayFiles) {
  const asked: string[] = [];
  return {
    asked,
    async readFile(path: string) {
      asked.push(path);
      return files[path];
    },
    async listFolder(folder: string) {
      asked.push(`${folder}/`);
      const prefix = folder ? `${folder}/` : '';
      const below = Object.keys(files)
        .filter(path => path.startsWith(prefix))
        .map(path => path.slice(prefix.length));
      return [...new Set(below.map(path => path.replace(/\/.*$/, '/')))].filter(
        Boolean,
      );
    },
  };
}

describe('filesOfOverlay', () => {
  it('asks for what the overlay is made of, once, and for no more', async () => {
    const files = {
      ...webBase('apps/web/base'),
      ...inFolder('apps/web/overlays/staging', byImages('1.5.0')),
      ...inFolder(production, {
        'kustomization.yaml': `resources: [../../base, ./ingress.yaml]
components: [../../../../components/tls]
patches: [{path: web.yaml}, {patch: "- {op: test}", target: {kind: Deployment}}]
configMapGenerator:
  - {name: settings, envs: [web.env], files: [nginx.conf=conf/nginx.conf]}
replacements: [{path: replacements.yaml}]
helmCharts: [{name: redis, valuesFile: redis.yaml}]
`,
        'web.yaml': '',
        'web.env': '',
        'conf/nginx.conf': '',
        'replacements.yaml': '',
        'redis.yaml': '',
        'ingress.yaml': '',
        'notes.yaml': 'of nobody',
        'eu-west-1/kustomization.yaml': 'resources: [../../../base]',
      }),
      'components/tls/kustomization.yaml': 'kind: Component\n',
      'components/tls/unused.yaml': '',
    };
    const reader = readerOf(files);
    const read = await filesOfOverlay(production, reader);
    expect(read.complete).toBe(true);
    expect(Object.keys(read.files).sort()).toEqual(
      [
        ...Object.keys(webBase('apps/web/base')),
        'components/tls/kustomization.yaml',
        ...[
          'conf/nginx.conf',
          'ingress.yaml',
          'kustomization.yaml',
          'redis.yaml',
          'replacements.yaml',
          'web.env',
          'web.yaml',
        ].map(name => `${production}/${name}`),
      ].sort(),
    );
    expect(new Set(reader.asked).size).toBe(reader.asked.length);
  });

  it('reads what lies in a folder without a kustomization, but not the overlays below', async () => {
    const files = inFolder(production, {
      'web.yaml': 'kind: Deployment',
      'values.yaml': 'image: {tag: 1}',
      'more/job.json': '{}',
      'readme.md': '',
      'eu-west-1/kustomization.yaml': '',
    });
    const read = await filesOfOverlay(production, readerOf(files));
    expect(Object.keys(read.files).sort()).toEqual([
      `${production}/more/job.json`,
      `${production}/values.yaml`,
      `${production}/web.yaml`,
    ]);
  });

  it.each<[string, string, string]>([
    [
      'what leads out of the repository',
      '../../../../../etc/passwd.yaml',
      '../../../../../etc/passwd.yaml leads out of the repository',
    ],
    [
      'what leads back',
      '../production',
      '../production leads back to apps/web/overlays/production, which this folder is in: kustomize takes that for a cycle',
    ],
    [
      'what would be fetched',
      'https://example.org/web?ref=main',
      'https://example.org/web?ref=main is fetched from elsewhere: what it settles is not seen',
    ],
    ['what is not there', '../../bace', '../../bace is not there'],
  ])('names %s, and asks nobody for it', async (_, resource, message) => {
    const path = `${production}/kustomization.yaml`;
    const reader = readerOf({ [path]: `resources:\n  - ${resource}\n` });
    const { files } = await filesOfOverlay(production, reader);
    expect(reader.asked.filter(asked => asked.includes('etc'))).toEqual([]);
    expect(readOverlay(files, production).notUnderstood).toEqual([
      expect.objectContaining({ path, line: 2, message }),
    ]);
  });

  it('stops at its bounds, and says so', async () => {
    const files = inFolder(
      production,
      Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`${index}.yaml`, 'a: 1']),
      ),
    );
    const few = await filesOfOverlay(production, readerOf(files), {
      mostFiles: 5,
    });
    expect(few.complete).toBe(false);
    expect(Object.keys(few.files).length).toBeLessThanOrEqual(5);
    const short = await filesOfOverlay(production, readerOf(files), {
      mostCharacters: 10,
    });
    expect(short.complete).toBe(false);
    expect(Object.keys(short.files)).toHaveLength(2);
  });
});
