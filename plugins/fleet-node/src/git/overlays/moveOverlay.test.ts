import { compareOverlays } from './compareOverlays';
import { moveOverlay } from './moveOverlay';
import { readOverlay } from './readOverlay';
import type { OverlayFiles } from './Overlay';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: app
          image: registry.example/web:1.0.0
        - name: proxy
          image: envoy:1.30.1
`;
const base = {
  'apps/web/base/kustomization.yaml': 'resources:\n  - deployment.yaml\n',
  'apps/web/base/deployment.yaml': deployment,
};

function overlay(stage: string, text: string, more: OverlayFiles = {}) {
  const folder = `apps/web/overlays/${stage}`;
  return {
    [`${folder}/kustomization.yaml`]: text,
    ...Object.fromEntries(
      Object.entries(more).map(([name, said]) => [`${folder}/${name}`, said]),
    ),
  };
}

/** Promotes one overlay into another; the lines that differ, by file. */
function promote(files: OverlayFiles, target: string, source: string) {
  const difference = compareOverlays(
    readOverlay(files, target),
    readOverlay(files, source),
  );
  const { files: changed, remarks } = moveOverlay(
    files,
    target,
    difference.moves,
  );
  const after = compareOverlays(
    readOverlay({ ...files, ...changed }, target),
    readOverlay(files, source),
  );
  expect(after.moves).toEqual([]);
  return {
    difference,
    remarks,
    lines: Object.entries(changed).flatMap(([path, text]) =>
      diff(files[path] ?? '', text),
    ),
  };
}

/** The lines that differ, as a diff shows them. */
function diff(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const gone = a.filter(line => !b.includes(line));
  const come = b.filter(line => !a.includes(line));
  return [...gone.map(line => `-${line}`), ...come.map(line => `+${line}`)];
}

const production = 'apps/web/overlays/production';
const staging = 'apps/web/overlays/staging';

describe('moveOverlay', () => {
  it.each<[string, OverlayFiles, string[]]>([
    [
      'images:, with comments, quotes and a tag that reads as a number',
      {
        ...overlay(
          'staging',
          `resources: [../../base]\nimages:\n  - name: registry.example/web\n    newTag: "1.10"\n`,
        ),
        ...overlay(
          'production',
          `# Careful\nresources:\n  - ../../base\nimages:\n  # the shop\n  - name: registry.example/web # ours\n    newTag: '1.4' # since spring\n`,
        ),
      },
      [
        `-    newTag: '1.4' # since spring`,
        `+    newTag: '1.10' # since spring`,
      ],
    ],
    [
      'images:, where only the base says so',
      {
        ...overlay(
          'staging',
          `resources: [../../base]\nimages:\n  - name: registry.example/web\n    newTag: 1.5.0\n`,
        ),
        ...overlay('production', `resources:\n  - ../../base\n`),
      },
      ['+images:', '+  - name: registry.example/web', '+    newTag: 1.5.0'],
    ],
    [
      'a digest and a tag together',
      {
        ...overlay(
          'staging',
          `resources: [../../base]\nimages:\n  - name: registry.example/web\n    newTag: 1.5.0\n    digest: sha256:bbb\n`,
        ),
        ...overlay(
          'production',
          `resources:\n  - ../../base\nimages:\n  - name: registry.example/web\n    newTag: 1.4.0\n    digest: sha256:aaa\n`,
        ),
      },
      [
        '-    newTag: 1.4.0',
        '-    digest: sha256:aaa',
        '+    newTag: 1.5.0',
        '+    digest: sha256:bbb',
      ],
    ],
    [
      'a patch in a file, with CRLF',
      {
        ...overlay(
          'staging',
          `resources: [../../base]\nimages:\n  - name: registry.example/web\n    newTag: 1.5.0\n`,
        ),
        ...overlay(
          'production',
          `resources:\n  - ../../base\npatches:\n  - path: web.yaml\n`,
          {
            'web.yaml': `apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  replicas: 5\r\n  template:\r\n    spec:\r\n      containers:\r\n        - name: app\r\n          image: registry.example/web:1.4.2 # careful\r\n`,
          },
        ),
      },
      [
        '-          image: registry.example/web:1.4.2 # careful\r',
        '+          image: registry.example/web:1.5.0 # careful\r',
      ],
    ],
    [
      'a JSON patch inline',
      {
        ...overlay(
          'staging',
          `resources: [../../base]\nimages:\n  - name: registry.example/web\n    newTag: 1.5.0\n`,
        ),
        ...overlay(
          'production',
          `resources:\n  - ../../base\npatches:\n  - target:\n      kind: Deployment\n    patch: |-\n      - op: replace\n        path: /spec/template/spec/containers/0/image\n        value: registry.example/web:1.4.2\n      - op: replace\n        path: /spec/replicas\n        value: 3\n`,
        ),
      },
      [
        '-        value: registry.example/web:1.4.2',
        '+        value: registry.example/web:1.5.0',
      ],
    ],
  ])('changes only the lines that must: %s', (_, files, expected) => {
    const { lines } = promote({ ...base, ...files }, production, staging);
    expect(lines).toEqual(expected);
  });
});
