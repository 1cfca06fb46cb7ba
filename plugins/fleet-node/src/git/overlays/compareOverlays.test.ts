import { byImages, inFolder, webBase } from './__testUtils__/webFiles';
import { compareOverlays } from './compareOverlays';
import { moveOverlay } from './moveOverlay';
import type { OverlayFiles } from './Overlay';
import { readOverlay } from './readOverlay';
import { revertOverlay } from './revertOverlay';

const staging = 'apps/web/overlays/staging';
const production = 'apps/web/overlays/production';

function compare(inProduction: OverlayFiles, inStaging: OverlayFiles) {
  const files = {
    ...webBase('apps/web/base'),
    ...inFolder(staging, inStaging),
    ...inFolder(production, inProduction),
  };
  return compareOverlays(
    readOverlay(files, production),
    readOverlay(files, staging),
  );
}

const imagesOf = (...entries: string[]) => ({
  'kustomization.yaml': `resources:\n  - ../../base\nimages:\n${entries
    .map(entry => `  - {${entry}}\n`)
    .join('')}`,
});

const twoContainers = (app: string, worker: string) => ({
  'kustomization.yaml': 'resources: [pod.yaml]\n',
  'pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: ${app}
    - name: worker
      image: ${worker}
`,
});

describe('compareOverlays', () => {
  it('finds no difference where there is none', () => {
    expect(compare(byImages('1.5.0'), byImages('1.5.0'))).toEqual({
      moves: [],
      stays: [],
      ahead: false,
    });
  });

  it.each([
    ['1.5.0', '1.4.2', true],
    ['1.4.2', '1.5.0', false],
    ['1.10', '1.9', true],
    ['v2.0.0-rc.1', 'v2.0.0', false],
    ['4fe12ab', '9bc0d1e', false],
  ])(
    'knows whether the target, at %s, is ahead of %s',
    (target, source, is) => {
      expect(
        compare(byImages(`"${target}"`), byImages(`"${source}"`)).ahead,
      ).toBe(is);
    },
  );

  it('is ahead only where each thing is', () => {
    const difference = compare(
      imagesOf(
        'name: registry.example/web, newTag: 1.5.0',
        'name: envoy, newTag: v1.30.0',
      ),
      imagesOf(
        'name: registry.example/web, newTag: 1.4.0',
        'name: envoy, newTag: v1.31.0',
      ),
    );
    expect(difference.moves).toHaveLength(2);
    expect(difference.ahead).toBe(false);
  });

  it.each<[string, OverlayFiles, OverlayFiles, string[]]>([
    [
      'what a stage has of its own',
      {
        'kustomization.yaml':
          'resources: [../../base]\nnamespace: web-production\nreplicas: [{name: web, count: 9}]\npatches:\n  - path: web.yaml\n',
        'web.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          env: [{name: REGION, value: eu-west-1}]\n          resources: {limits: {memory: 1Gi, cpu: 2}}\n',
      },
      { 'kustomization.yaml': 'resources: [../../base]\n' },
      [
        'Deployment web: spec.replicas, spec.template.spec.containers.app.env.REGION.value, spec.template.spec.containers.app.resources.limits.memory, 1 more are of their stage, and stay',
        'kustomization: namespace is of its stage, and stays',
      ],
    ],
    [
      'a tag that names no one version',
      byImages('1.4.2'),
      byImages('latest'),
      [
        'image registry.example/web is at latest in the source, which is no one version: it stays',
      ],
    ],
    [
      'a tag that names a stage',
      byImages('1.4.2'),
      byImages('1.5.0-staging'),
      [
        'image registry.example/web is at 1.5.0-staging in the source, which names a stage: it stays',
      ],
    ],
    [
      'a variable that is set elsewhere',
      {
        'kustomization.yaml':
          'resources: [../../base]\npatches: [{path: web.yaml}]\n',
        'web.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containers:\n        - {name: app, image: "registry.example/web:${tag}"}\n',
      },
      byImages('1.5.0'),
      [
        'image registry.example/web is at ${tag} in the target, a variable: it moves where that is set',
      ],
    ],
    [
      'an image that is two in the source, at the same version',
      twoContainers('web:2.0', 'web:2.0'),
      twoContainers('web:2.1', 'shop:2.1'),
      [
        'image web is several things in the source (web, shop): move it by hand',
      ],
    ],
    [
      'an image that is at two versions in the source',
      twoContainers('web:2.0', 'web:2.0'),
      twoContainers('web:2.1', 'web:2.2'),
      [
        'image web is at several versions in the source (2.1, 2.2): move it by hand',
      ],
    ],
    [
      'another image',
      byImages('1.4.2'),
      imagesOf(
        'name: registry.example/web, newName: registry.example/shop, newTag: 1.5.0',
      ),
      [
        'image registry.example/web is registry.example/shop in the source, which is something else: change it by hand',
      ],
    ],
    [
      'the rule by which a stage follows a chart',
      {
        'kustomization.yaml':
          'resources: [../../base]\npatches:\n  - target: {kind: HelmRelease}\n    patch: "[{op: replace, path: /spec/chart/spec/version, value: 18.x}]"\n',
      },
      { 'kustomization.yaml': 'resources: [../../base]\n' },
      [
        'chart redis follows 18.x in the target: a rule of the stage, which stays',
      ],
    ],
    [
      'a component of the source alone',
      { 'kustomization.yaml': 'resources: [../../base]\n' },
      {
        'kustomization.yaml':
          'resources: [../../base]\ncomponents: [../../../../components/debug]\n',
      },
      ['component components/debug is of the source alone, and stays'],
    ],
  ])('moves nothing, and says so, of %s', (_, target, source, stays) => {
    expect(compare(target, source)).toMatchObject({ moves: [], stays });
  });

  it('takes nothing for the same that is known to be something else', () => {
    const configMap = (name: string, data: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {${data}}\n`;
    const job =
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: migrate}\nspec: {template: {spec: {containers: [{name: wait, image: "busybox:1.36"}]}}}\n';
    const pod = (tag: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: probe}\nspec: {containers: [{name: probe, image: "busybox:${tag}"}]}\n`;
    const { moves, stays } = compare(
      {
        'kustomization.yaml':
          'resources: [../../base, redis.yaml, web.yaml, job.yaml, pod.yaml]\n',
        'redis.yaml': configMap('redis', 'version: "7.2"'),
        'web.yaml': configMap('web', 'version: "1.4"'),
        'job.yaml': job,
        'pod.yaml': pod('1.34'),
      },
      {
        'kustomization.yaml': 'resources: [../../base, web.yaml, pod.yaml]\n',
        'web.yaml': configMap('web', 'version: "1.5"'),
        'pod.yaml': pod('1.35'),
      },
    );
    expect(moves.map(({ uses }) => uses)).toEqual([
      ['ConfigMap web, data.version'],
      ['Pod probe, container probe'],
    ]);
    expect(stays).toEqual(
      expect.arrayContaining([
        'value version is in the target alone, and stays',
        'image busybox is in the target alone, and stays',
      ]),
    );
  });

  it.each([
    ['SECRET_VERSION', '12', '3'],
    ['kmsKeyVersion', 'a1b2', 'c3d4'],
    ['CERTIFICATE_SHA', 'ab12cd', 'ef34ab'],
    ['region-tag', 'us-east-1', 'eu-west-1'],
    ['dbPasswordVersion', '7', '2'],
    ['DB_VERSION', '16', '15'],
    ['NODE_POOL_TAG', 'pool-3', 'pool-1'],
    ['K8S_VERSION', '1.35', '1.34'],
    ['tlsVersion', '1.3', '1.2'],
  ])('leaves %s, which is of a stage', (key, here, there) => {
    const config = (value: string) => ({
      'kustomization.yaml': 'resources: [../../base, config.yaml]\n',
      'config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata: {${key}: "${value}"}\n`,
    });
    expect(compare(config(here), config(there))).toMatchObject({
      moves: [],
      stays: [`ConfigMap config: data.${key} is of its stage, and stays`],
    });
  });

  it.each([
    'WEB_VERSION',
    'adminVersion',
    'CARGOTag',
    'photos_tag',
    'SERVER_TAG',
    'API_REVISION',
  ])('moves %s, which is of what is delivered', key => {
    const config = (version: string) => ({
      'kustomization.yaml': 'resources: [../../base, config.yaml]\n',
      'config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata: {${key}: "${version}"}\n`,
    });
    expect(compare(config('1.4.2'), config('1.5.0')).moves).toMatchObject([
      { from: { version: '1.4.2' }, to: { version: '1.5.0' } },
    ]);
  });

  it('tells no value of a secret', () => {
    const secret = {
      'kustomization.yaml':
        'resources: [../../base, secret.yaml]\nsecretGenerator: [{name: keys, literals: [APP_VERSION=1.2.3]}]\n',
      'secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata: {name: web}\nstringData: {APP_VERSION: "9.9.9"}\n',
    };
    const overlay = readOverlay(
      { ...webBase('apps/web/base'), ...inFolder(production, secret) },
      production,
    );
    expect(JSON.stringify(overlay)).not.toMatch(/1\.2\.3|9\.9\.9/);
  });

  it.each([
    ['does not end', 'resources: [\n', ''],
    [
      'is indented with tabs',
      'resources:\n\t- ../../base\n',
      'Tabs are not allowed as indentation',
    ],
  ])(
    'moves nothing while a file cannot be read because it %s, and says where',
    (_, text, why) => {
      const path = `${production}/kustomization.yaml`;
      expect(
        compare({ 'kustomization.yaml': text }, byImages('1.5.0')),
      ).toMatchObject({
        moves: [],
        stays: [
          expect.stringContaining(
            `${path}, line 2 cannot be read: line 2, column 1: ${why}`,
          ),
        ],
      });
    },
  );

  it('names what an overlay that sets no image at all does not have', () => {
    const { moves, stays } = compare(
      {
        'kustomization.yaml': 'resources: [config.yaml]\n',
        'config.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n',
      },
      byImages('1.5.0'),
    );
    expect(moves).toEqual([]);
    expect(stays).toContain(
      'image registry.example/web is in the source alone, and stays',
    );
  });

  it('is not drowned by aliases that stand for billions of values', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `l${level}: &l${level} [${Array(10)
          .fill(level === 0 ? 'x' : `*l${level - 1}`)
          .join(', ')}]\n`,
    );
    const overlay = readOverlay(
      inFolder(production, {
        'kustomization.yaml': 'resources: [bomb.yaml]\n',
        'bomb.yaml': `apiVersion: v1\nkind: Bomb\nmetadata: {name: b}\n${levels.join(
          '',
        )}`,
      }),
      production,
    );
    expect(overlay.notUnderstood).toEqual([
      expect.objectContaining({
        path: `${production}/bomb.yaml`,
        broken: true,
        message: expect.stringContaining('too large to be read'),
      }),
    ]);
  });
});

describe('revertOverlay', () => {
  it('moves back what moved, and leaves what others changed since', () => {
    const files = (tag: string, replicas: number, components = '') => ({
      ...webBase('apps/web/base'),
      'components/tls/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
      ...inFolder(production, {
        'kustomization.yaml': `resources:\n  - ../../base\nimages:\n  - name: registry.example/web\n    newTag: ${tag}\nreplicas:\n  - name: web\n    count: ${replicas}\n${components}`,
      }),
    });
    const now = files(
      '1.5.0',
      9,
      'components:\n  - ../../../../components/tls\n',
    );
    const { moves } = revertOverlay(
      readOverlay(now, production),
      readOverlay(files('1.4.2', 3), production),
    );
    expect(moves.map(({ kind, name }) => [kind, name])).toEqual([
      ['image', 'registry.example/web'],
      ['component', 'components/tls'],
    ]);
    const { files: changed } = moveOverlay(now, production, moves);
    expect(changed).toEqual(
      inFolder(production, {
        'kustomization.yaml': `resources:\n  - ../../base\nimages:\n  - name: registry.example/web\n    newTag: 1.4.2\nreplicas:\n  - name: web\n    count: 9\ncomponents: []\n`,
      }),
    );
  });

  it('gives each container back what it had of its own', () => {
    const back = (now: OverlayFiles, then: OverlayFiles) => {
      const { moves } = revertOverlay(
        readOverlay(inFolder(production, now), production),
        readOverlay(inFolder(production, then), production),
      );
      return moveOverlay(inFolder(production, now), production, moves).files;
    };
    expect(
      back(
        twoContainers('web:2.0', 'web:2.0'),
        twoContainers('web:1.9', 'web:1.8'),
      ),
    ).toEqual({
      [`${production}/pod.yaml`]: twoContainers('web:1.9', 'web:1.8')[
        'pod.yaml'
      ],
    });
    // A version of one image is none of another.
    expect(
      back(
        twoContainers('shop:2.0', 'web:2.0'),
        twoContainers('web:1.9', 'web:1.8'),
      ),
    ).toEqual({
      [`${production}/pod.yaml`]: twoContainers('shop:2.0', 'web:1.8')[
        'pod.yaml'
      ],
    });
  });
});
