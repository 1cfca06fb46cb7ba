import type { OverlayFiles } from '../Overlay';

/** Numbers that look random and are the same each time. */
export type Random = (below: number) => number;

/** A sequence of its own for each seed. */
export function randomOf(seed: number): Random {
  let state = seed * 2654435761 + 1;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A repository with one application in two stages, each of which settles its versions in a way of its own. */
export function generateRepository(random: Random): {
  files: OverlayFiles;
  target: string;
  source: string;
} {
  const isAppsFirst = random(2) === 0;
  const folderOf = (stage: string) =>
    isAppsFirst ? `apps/web/overlays/${stage}` : `apps/overlays/${stage}/web`;
  const base = isAppsFirst ? 'apps/web/base' : 'apps/base/web';
  const toBase = isAppsFirst ? '../../base' : '../../../base/web';
  const isByRegion = random(4) === 0;
  const production = folderOf('production');
  const target = isByRegion ? `${production}/eu-west-1` : production;
  const files: Record<string, string> = {
    ...baseFiles(base),
    ...stageFiles(random, folderOf('staging'), toBase),
    ...(isByRegion
      ? {
          ...stageFiles(random, `${production}/shared`, `../${toBase}`),
          [`${target}/kustomization.yaml`]: lines(
            'resources:',
            '  - ../shared',
            ...(random(2)
              ? ['images:', '  - name: unused.example/x', '    newTag: 1.0.0']
              : []),
          ),
        }
      : stageFiles(random, production, toBase)),
  };
  const isCrlf = random(4) === 0;
  return {
    files: isCrlf
      ? Object.fromEntries(
          Object.entries(files).map(([path, text]) => [
            path,
            text.replaceAll('\n', '\r\n'),
          ]),
        )
      : files,
    target,
    source: folderOf('staging'),
  };
}

function baseFiles(base: string): OverlayFiles {
  const folder = `${base}/`;
  return {
    [`${folder}kustomization.yaml`]: lines(
      'resources:',
      '  - workloads.yaml',
      '  - release.yaml',
      'configMapGenerator:',
      '  - name: settings',
      '    literals: [WEB_VERSION=1.0.0, LOG_LEVEL=info]',
      'generatorOptions:',
      '  disableNameSuffixHash: true',
    ),
    [`${folder}workloads.yaml`]: lines(
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      '  name: web',
      '  labels: {app: web}',
      'spec:',
      '  replicas: 1',
      '  template:',
      '    spec:',
      '      containers:',
      '        - name: app',
      '          image: registry.example/web:1.0.0',
      '          env:',
      '            - {name: REGION, value: none}',
      '        - name: proxy',
      '          image: envoy:1.30.1',
      '---',
      'apiVersion: batch/v1',
      'kind: CronJob',
      'metadata:',
      '  name: report',
      'spec:',
      '  jobTemplate:',
      '    spec:',
      '      template:',
      '        spec:',
      '          containers:',
      '            - name: report',
      '              image: registry.example/web:1.0.0',
    ),
    [`${folder}release.yaml`]: lines(
      'apiVersion: helm.toolkit.fluxcd.io/v2',
      'kind: HelmRelease',
      'metadata:',
      '  name: cache',
      'spec:',
      '  chart:',
      '    spec:',
      '      chart: redis',
      '      version: 18.0.0',
      '  values:',
      '    image:',
      '      repository: registry.example/redis',
      '      tag: "7.2"',
      '    replicas: 1',
      '---',
      'apiVersion: source.toolkit.fluxcd.io/v1',
      'kind: OCIRepository',
      'metadata:',
      '  name: charts',
      'spec:',
      '  url: oci://registry.example/charts/web',
      '  ref:',
      '    tag: 2.0.0',
    ),
  };
}

/** One overlay; each of the ways comes alone or with others. */
function stageFiles(
  random: Random,
  folder: string,
  base: string,
): OverlayFiles {
  const version = () => `1.${random(9)}.${random(9)}`;
  const digest = () => `sha256:${String(random(10)).repeat(64)}`;
  const files: Record<string, string> = {};
  const sections: Record<string, string[]> = {
    resources: [`  - ${base}`],
    patches: [],
    images: [],
  };
  const patch = (name: string, target: string[], text: string[]) => {
    if (random(2)) {
      files[`${folder}/${name}.yaml`] = lines(...text);
      sections.patches.push(`  - path: ${name}.yaml`, ...target);
    } else {
      sections.patches.push(
        '  - patch: |-',
        ...text.map(line => `      ${line}`),
        ...target,
      );
    }
  };
  const workload = (...rest: string[]) => [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    '  name: web',
    'spec:',
    ...rest,
  ];
  switch (random(6)) {
    case 0:
      sections.images.push(
        '  # the shop',
        '  - name: registry.example/web # ours',
        ...(random(3) === 0
          ? [`    newName: mirror.example/${random(2)}/web`]
          : []),
        `    newTag: ${random(2) ? version() : `"1.${random(9)}0"`}`,
        ...(random(3) === 0 ? [`    digest: ${digest()}`] : []),
      );
      break;
    case 1:
      patch(
        'web',
        [],
        workload(
          `  replicas: ${1 + random(5)}`,
          '  template:',
          '    spec:',
          '      containers:',
          '        - name: app',
          `          image: registry.example/web:${version()} # careful`,
        ),
      );
      break;
    case 2:
      patch(
        'web-json',
        ['    target: {kind: Deployment, name: web}'],
        [
          '- op: replace',
          '  path: /spec/template/spec/containers/0/image',
          `  value: registry.example/web:${version()}`,
          '- {op: replace, path: /spec/replicas, value: 4}',
        ],
      );
      break;
    case 3:
      sections.configMapGenerator = [
        '  - name: settings',
        '    behavior: merge',
        '    literals:',
        `      - WEB_VERSION=${version()}`,
        `      - LOG_LEVEL=${random(2) ? 'debug' : 'warn'}`,
      ];
      sections.replacements = [
        '  - source: {kind: ConfigMap, name: settings, fieldPath: data.WEB_VERSION}',
        '    targets:',
        '      - select: {kind: Deployment, name: web}',
        '        fieldPaths: ["spec.template.spec.containers.[name=app].image"]',
        '        options: {delimiter: ":", index: 1}',
      ];
      break;
    case 4:
      files[`${folder}/../component-${folder.length}/kustomization.yaml`] =
        lines(
          'apiVersion: kustomize.config.k8s.io/v1alpha1',
          'kind: Component',
          'images:',
          '  - name: registry.example/web',
          `    newTag: ${version()}`,
        );
      sections.components = [`  - ../component-${folder.length}`];
      break;
    default:
  }
  if (random(2)) {
    patch('cache', random(2) ? ['    target: {kind: HelmRelease}'] : [], [
      'apiVersion: helm.toolkit.fluxcd.io/v2',
      'kind: HelmRelease',
      'metadata:',
      '  name: cache',
      'spec:',
      '  chart:',
      '    spec:',
      `      version: ${random(2) ? `18.${random(5)}.0` : '">=18.0.0"'}`,
      '  values:',
      '    image: {tag: "7.4"}',
      `    replicas: ${random(4)}`,
      `    ingress: {host: ${folder.length}.example}`,
    ]);
  }
  if (random(3) === 0) {
    patch(
      'charts',
      ['    target:', '      kind: OCIRepository'],
      [
        '- op: add',
        '  path: /spec/ref',
        `  value: {tag: 2.${random(4)}.0, digest: "${digest()}"}`,
      ],
    );
  }
  if (random(3) === 0) {
    sections.images.push('  - name: envoy', `    newTag: v1.3${random(3)}.0`);
  }
  const kustomization = lines(
    '# Ask the team before you change this',
    ...(random(2) ? [`namePrefix: s${folder.length}-`] : []),
    ...Object.entries(sections).flatMap(([key, said]) =>
      said.length > 0 ? [`${key}:`, ...said] : [],
    ),
    ...(random(2) ? ['namespace: travel'] : []),
  );
  return {
    ...Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path.replace(/\/[^/]+\/\.\.\//, '/'),
        text,
      ]),
    ),
    [`${folder}/kustomization.yaml`]: kustomization,
  };
}

function lines(...all: string[]): string {
  return all.map(line => `${line}\n`).join('');
}
