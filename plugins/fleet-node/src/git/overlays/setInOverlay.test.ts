import type { JsonValue } from '@backstage/types';
import { setInOverlay, type OverlayValue } from './setInOverlay';

const folder = 'apps/web/overlays/production';
const kustomization = `resources:
  - ../../base
  - config.yaml
namespace: shop
images:
  - name: registry.example/web # ours
    newTag: 1.4.2
patches:
  - path: sizes.yaml
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        minReadySeconds: 5
`;
const files = {
  'apps/web/base/kustomization.yaml': 'resources:\n  - deployment.yaml\n',
  'apps/web/base/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  paused: false
  template:
    spec:
      containers:
        - name: app
          image: registry.example/web:1.0.0
          ports:
            - containerPort: 8080
        - name: proxy
          image: envoy:1.30.1
`,
  [`${folder}/kustomization.yaml`]: kustomization,
  [`${folder}/sizes.yaml`]: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3 # for the sales
`,
  [`${folder}/config.yaml`]: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  level: "1" # of the log
`,
};
const web: OverlayValue['object'] = {
  group: 'apps',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
};
const settings = { ...web, group: '', kind: 'ConfigMap', name: 'settings' };
const containers = ['spec', 'template', 'spec', 'containers'];

const set = (
  path: OverlayValue['path'],
  value: JsonValue,
  object = web,
  there: Record<string, string> = files,
) => setInOverlay(there, folder, { object, path }, value);

describe('setInOverlay', () => {
  it.each([
    [
      'a patch',
      ['spec', 'replicas'],
      5,
      web,
      'sizes.yaml',
      6,
      /replicas: 5 # for the sales/,
    ],
    [
      'an inline patch',
      ['spec', 'minReadySeconds'],
      9,
      web,
      'kustomization.yaml',
      16,
      / {8}minReadySeconds: 9\n/,
    ],
    [
      'an entry of images',
      [...containers, { name: 'app' }, 'image'],
      'registry.example/web:1.4.3',
      web,
      'kustomization.yaml',
      7,
      /# ours\n {4}newTag: 1.4.3/,
    ],
    [
      'a manifest of its own',
      ['data', 'level'],
      '2',
      settings,
      'config.yaml',
      6,
      /level: "2" # of the log/,
    ],
  ] as const)(
    'changes %s in its place',
    (_, path, value, object, name, line, says) => {
      const { files: changed, place, remarks } = set(path, value, object);
      expect(Object.keys(changed)).toEqual([`${folder}/${name}`]);
      expect(changed[`${folder}/${name}`]).toMatch(says);
      expect(place).toEqual({ path: `${folder}/${name}`, line });
      expect(remarks).toEqual([]);
      const after = { ...files, ...changed };
      expect(set(path, value, object, after).files).toEqual({});
      // Only that line.
      const key = `${folder}/${name}` as keyof typeof files;
      const before = files[key].split('\n');
      const now = changed[key].split('\n');
      expect(now.filter((text, index) => text !== before[index])).toHaveLength(
        1,
      );
    },
  );

  it.each([
    ['a field', ['spec', 'paused'], true],
    [
      'an item of a list',
      [...containers, { name: 'proxy' }, 'image'],
      'envoy:1.31.0',
    ],
    ['a field that Git does not have', ['spec', 'revisionHistoryLimit'], 2],
  ] as const)(
    'overrides %s of the base in a patch of its own',
    (_, path, value) => {
      const { files: changed, place } = set(path, value);
      expect(Object.keys(changed).sort()).toEqual([
        `${folder}/kustomization.yaml`,
        `${folder}/web-deployment.yaml`,
      ]);
      expect(place.path).toBe(`${folder}/web-deployment.yaml`);
      expect(changed[`${folder}/kustomization.yaml`]).toBe(
        `${kustomization}  - path: web-deployment.yaml\n`,
      );
      expect(set(path, value, web, { ...files, ...changed }).files).toEqual({});
    },
  );

  it('adds to the patch that it has made before', () => {
    const [first, second] = [
      { path: ['spec', 'paused'], value: true },
      {
        path: [...containers, { name: 'proxy' }, 'image'],
        value: 'envoy:1.31.0',
      },
    ];
    const before = { ...files, ...set(first.path, first.value).files };
    const { files: changed, place } = set(
      second.path,
      second.value,
      web,
      before,
    );
    expect(changed).toEqual({
      [`${folder}/web-deployment.yaml`]: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  paused: true
  template:
    spec:
      containers:
        - name: proxy
          image: envoy:1.31.0
`,
    });
    expect(place.path).toBe(`${folder}/web-deployment.yaml`);
  });

  it.each([
    [
      'an object that is not there',
      ['spec', 'replicas'],
      { ...web, name: 'none' },
      'makes no Deployment none',
    ],
    [
      'one of another namespace',
      ['spec', 'replicas'],
      { ...web, namespace: 'pay' },
      'makes no Deployment web',
    ],
    [
      'an item that is not there',
      [...containers, { name: 'none' }, 'image'],
      web,
      'has no item with name none',
    ],
  ] as const)('refuses %s', (_, path, object, words) => {
    expect(() => set(path, 'x', object)).toThrow(words);
  });

  it('refuses what would change more than that', () => {
    const twice = {
      ...files,
      'apps/web/base/deployment.yaml': files[
        'apps/web/base/deployment.yaml'
      ].replace('envoy:1.30.1', 'registry.example/web:1.0.0'),
    };
    expect(() =>
      set(
        [...containers, { name: 'app' }, 'image'],
        'registry.example/web:2',
        web,
        twice,
      ),
    ).toThrow('would change, too: change it by hand');
    const broken = { ...files, [`${folder}/config.yaml`]: 'data: [\n' };
    expect(() => set(['spec', 'replicas'], 4, web, broken)).toThrow(
      `${folder}/config.yaml`,
    );
  });
});
