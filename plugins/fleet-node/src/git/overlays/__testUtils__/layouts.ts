import type { OverlayFiles } from '../Overlay';
import { byImages, inFolder, webBase } from './webFiles';

/** A way in which the overlays of an application say what its stages run. */
export interface Layout {
  /** What production is, with what its folder has. */
  production: OverlayFiles;
  /** The same of staging. By default it has the new version by `images:`. */
  staging?: OverlayFiles;
  /** Files elsewhere. */
  shared?: OverlayFiles;
  /** Of a promotion. */
  diff: string[];
}

export const production = 'apps/web/overlays/production';
export const staging = 'apps/web/overlays/staging';
const resources = 'resources:\n  - ../../base\n';

/** The files of a repository. */
export function filesOf(layout: Layout): OverlayFiles {
  return {
    ...webBase('apps/web/base'),
    ...layout.shared,
    ...inFolder(staging, layout.staging ?? byImages('1.5.0')),
    ...inFolder(production, layout.production),
  };
}

/** Every way, with the diff of a promotion from staging to production. */
export const layouts: Record<string, Layout> = {
  'images:, with comments, quotes, and a tag that reads as a number': {
    staging: byImages('"1.10"'),
    production: {
      'kustomization.yaml': `# Careful\n${resources}images:\n  # the shop\n  - name: registry.example/web # ours\n    newTag: '1.4' # since spring\n`,
    },
    diff: [
      `-    newTag: '1.4' # since spring`,
      `+    newTag: '1.10' # since spring`,
    ],
  },
  'images:, where nothing but the base said so': {
    production: { 'kustomization.yaml': resources },
    diff: ['+images:', '+  - name: registry.example/web', '+    newTag: 1.5.0'],
  },
  'images: of a registry of its own, which stays': {
    production: {
      'kustomization.yaml': `${resources}images:\n- newName: mirror.example/web\n  name: registry.example/web\n  newTag: 1.4.2\n`,
    },
    diff: ['-  newTag: 1.4.2', '+  newTag: 1.5.0'],
  },
  'images: with a tag and a digest, which move together': {
    staging: {
      'kustomization.yaml': `${resources}images:\n  - name: registry.example/web\n    newTag: 1.5.0\n    digest: sha256:bbb\n`,
    },
    production: {
      'kustomization.yaml': `${resources}images:\n  - name: registry.example/web\n    newTag: 1.4.0\n    digest: sha256:aaa\n`,
    },
    diff: [
      '-    newTag: 1.4.0',
      '-    digest: sha256:aaa',
      '+    newTag: 1.5.0',
      '+    digest: sha256:bbb',
    ],
  },
  'images: with a digest that the source has no more': {
    production: {
      'kustomization.yaml': `${resources}images:\n  - name: registry.example/web\n    digest: sha256:aaa\n`,
    },
    diff: ['-    digest: sha256:aaa', '+    newTag: 1.5.0'],
  },
  'a strategic-merge patch in a file with CRLF and several documents': {
    production: {
      'kustomization.yaml': `${resources}patches:\n  - path: web.yaml\n`,
      'web.yaml': [
        'apiVersion: helm.toolkit.fluxcd.io/v2',
        'kind: HelmRelease',
        'metadata: {name: cache}',
        'spec: {interval: 5m}',
        '---',
        'apiVersion: apps/v1',
        'kind: Deployment',
        'metadata:',
        '  name: web',
        'spec:',
        '  replicas: 5',
        '  template:',
        '    spec:',
        '      containers:',
        '        - name: app',
        '          image: registry.example/web:1.4.2 # careful',
        '',
      ].join('\r\n'),
    },
    diff: [
      '-          image: registry.example/web:1.4.2 # careful\r',
      '+          image: registry.example/web:1.5.0 # careful\r',
    ],
  },
  'a strategic-merge patch inline, with tabs in a comment': {
    production: {
      'kustomization.yaml': `${resources}patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: web}\n      spec:\n        template:\n          spec:\n            containers:\n              - {name: app, image: "registry.example/web:1.4.2"}\t# ours\n    target:\n      kind: Deployment\n`,
    },
    diff: [
      '-              - {name: app, image: "registry.example/web:1.4.2"}\t# ours',
      '+              - {name: app, image: "registry.example/web:1.5.0"}\t# ours',
    ],
  },
  'a JSON patch inline': {
    production: {
      'kustomization.yaml': `${resources}patches:\n  - target:\n      kind: Deployment\n    patch: |-\n      - op: replace\n        path: /spec/template/spec/containers/0/image\n        value: registry.example/web:1.4.2\n      - op: replace\n        path: /spec/replicas\n        value: 3\n`,
    },
    diff: [
      '-        value: registry.example/web:1.4.2',
      '+        value: registry.example/web:1.5.0',
    ],
  },
  'a JSON patch in a file of JSON': {
    production: {
      'kustomization.yaml': `${resources}patches:\n  - path: web.json\n    target: {kind: Deployment, name: w.*}\n`,
      'web.json':
        '[\n  {"op": "replace",\n   "path": "/spec/template/spec/containers/0/image",\n   "value": "registry.example/web:1.4.2"}\n]\n',
    },
    diff: [
      '-   "value": "registry.example/web:1.4.2"}',
      '+   "value": "registry.example/web:1.5.0"}',
    ],
  },
  'an anchor that two places repeat': {
    production: {
      'kustomization.yaml': `${resources}patches:\n  - path: web.yaml\n`,
      'web.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations:\n    was: &image registry.example/web:1.4.2\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: *image\n`,
    },
    diff: [
      '-          image: *image',
      '+          image: registry.example/web:1.5.0',
    ],
  },
  'a merge key': {
    production: {
      'kustomization.yaml': `${resources}patches:\n  - path: web.yaml\n`,
      'web.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations: &app\n    image: registry.example/web:1.4.2\nspec:\n  template:\n    spec:\n      containers:\n        - <<: *app\n          name: app\n`,
    },
    diff: ['+          image: registry.example/web:1.5.0'],
  },
  'a component that is switched on here, whose version others share': {
    shared: {
      'components/stable/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n  - name: registry.example/web\n    newTag: 1.4.2\n',
    },
    production: {
      'kustomization.yaml': `${resources}components:\n  - ../../../../components/stable\n`,
    },
    diff: ['+images:', '+  - name: registry.example/web', '+    newTag: 1.5.0'],
  },
  'a component that only the source switches on': {
    shared: {
      'components/tracing/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - target: {kind: Deployment}\n    patch: |-\n      - {op: add, path: /metadata/annotations, value: {tracing: "on"}}\n',
    },
    staging: {
      'kustomization.yaml': `${resources}components:\n  - ../../../../components/tracing\n`,
    },
    production: { 'kustomization.yaml': resources },
    diff: ['+components:', '+  - ../../../../components/tracing'],
  },
  'a replacement, where the source of the value is what moves': {
    production: {
      'kustomization.yaml': `${resources}configMapGenerator:\n  - name: settings\n    literals:\n      - LOG_LEVEL=warn\n      - VERSION=1.4.2\nreplacements:\n  - source: {kind: ConfigMap, name: settings, fieldPath: data.VERSION}\n    targets:\n      - select: {kind: Deployment}\n        fieldPaths: ['spec.template.spec.containers.[name=app].image']\n        options: {delimiter: ':', index: 1}\n`,
    },
    diff: ['-      - VERSION=1.4.2', '+      - VERSION=1.5.0'],
  },
  'literals and files of a generator': {
    staging: {
      'kustomization.yaml': `${resources}configMapGenerator:\n  - name: settings\n    literals: [WEB_VERSION=2.1.0, LOG_LEVEL=debug]\n    envs: [web.env]\n`,
      'web.env': 'APP_TAG=7.1\nREPLICAS=1\n',
    },
    production: {
      'kustomization.yaml': `${resources}configMapGenerator:\n  - name: settings\n    literals:\n      - WEB_VERSION="2.0.0"\n      - LOG_LEVEL=warn\n    envs: [web.env]\n`,
      'web.env': '# of production\nAPP_TAG=7.0\nREPLICAS=9\n',
    },
    diff: [
      '-      - WEB_VERSION="2.0.0"',
      '+      - WEB_VERSION="2.1.0"',
      '-APP_TAG=7.0',
      '+APP_TAG=7.1',
    ],
  },
  'Helm values and the version of a chart, in a patch': {
    staging: {
      'kustomization.yaml': `${resources}patches:\n  - path: cache.yaml\n`,
      'cache.yaml':
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: cache}\nspec:\n  chart: {spec: {version: 18.2.0}}\n  values:\n    image: {tag: "7.4"}\n    ingress: {host: staging.example}\n',
    },
    production: {
      'kustomization.yaml': `${resources}patches:\n  - path: cache.yaml\n`,
      'cache.yaml':
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: cache\nspec:\n  chart:\n    spec:\n      version: 18.1.0 # LTS\n  values:\n    image:\n      tag: 7.3\n    ingress:\n      host: www.example\n    replicas: 3\n',
    },
    diff: [
      '-      version: 18.1.0 # LTS',
      '+      version: 18.2.0 # LTS',
      '-      tag: 7.3',
      '+      tag: "7.4"',
    ],
  },
  'Helm values that only the base has': {
    staging: {
      'kustomization.yaml': `${resources}patches:\n  - path: cache.yaml\n`,
      'cache.yaml':
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: cache}\nspec:\n  values:\n    image: {tag: "7.4"}\n',
    },
    production: { 'kustomization.yaml': resources },
    diff: [
      '+patches:',
      '+  - path: cache-helmrelease.yaml',
      '+apiVersion: helm.toolkit.fluxcd.io/v2',
      '+kind: HelmRelease',
      '+metadata:',
      '+  name: cache',
      '+spec:',
      '+  values:',
      '+    image:',
      '+      tag: "7.4"',
    ],
  },
  'an Application of Argo CD, with values in a text': {
    staging: {
      'application.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec:\n  source:\n    chart: web\n    repoURL: https://charts.example\n    targetRevision: 3.1.0\n    helm:\n      values: |\n        image:\n          tag: 1.5.0\n        host: staging.example\n',
    },
    production: {
      'application.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: web\nspec:\n  source:\n    chart: web\n    repoURL: https://charts.example\n    targetRevision: 3.0.4\n    helm:\n      values: |\n        # ours\n        image:\n          tag: 1.4.2   # careful\n        host: www.example\n',
    },
    diff: [
      '-    targetRevision: 3.0.4',
      '+    targetRevision: 3.1.0',
      '-          tag: 1.4.2   # careful',
      '+          tag: 1.5.0   # careful',
    ],
  },
  'refs of sources of Flux, and what a Kustomization of it substitutes': {
    staging: {
      'sources.yaml':
        'apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: {name: charts}\nspec: {ref: {tag: 2.1.0, digest: "sha256:b"}}\n---\napiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web}\nspec:\n  postBuild: {substitute: {web_version: 1.5.0, region: none}}\n',
    },
    production: {
      'sources.yaml':
        'apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: {name: charts}\nspec:\n  ref:\n    tag: 2.0.0\n    digest: "sha256:a"\n---\napiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web}\nspec:\n  postBuild:\n    substitute:\n      web_version: 1.4.2\n      region: eu-west-1\n',
    },
    diff: [
      '-    tag: 2.0.0',
      '-    digest: "sha256:a"',
      '+    tag: 2.1.0',
      '+    digest: "sha256:b"',
      '-      web_version: 1.4.2',
      '+      web_version: 1.5.0',
    ],
  },
  'values for a chart alone': {
    staging: { 'values.yaml': 'image: {repository: web, tag: 1.5.0}\n' },
    production: {
      'values.yaml':
        '# of production\nimage:\n  repository: web\n  tag: 1.4.2\nreplicas: 9\n',
    },
    diff: ['-  tag: 1.4.2', '+  tag: 1.5.0'],
  },
  'a base that is fetched from elsewhere, by its ref': {
    staging: {
      'kustomization.yaml':
        'resources:\n  - https://github.com/example/web//deploy?ref=v1.5.0\n',
    },
    production: {
      'kustomization.yaml':
        'resources:\n  - https://github.com/example/web//deploy?ref=v1.4.2 # ours\n',
    },
    diff: [
      '-  - https://github.com/example/web//deploy?ref=v1.4.2 # ours',
      '+  - https://github.com/example/web//deploy?ref=v1.5.0 # ours',
    ],
  },
};
