import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../../../types';
import { buildKustomization } from './buildKustomization';
import { Files } from './Files';
import { layouts } from './__fixtures__/layouts';

/** The real one, where somebody has it. */
const kustomize = process.env.KUSTOMIZE;
const describeIfReal = kustomize ? describe : describe.skip;

/** What the real one makes of it; its order of keyed lists is its own. */
async function buildForReal(files: Files, folder: string) {
  const root = await mkdtemp(join(tmpdir(), 'kustomize-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const { stdout } = await promisify(execFile)(kustomize!, [
      'build',
      '--load-restrictor=LoadRestrictionsNone',
      join(root, folder),
    ]);
    return parseAllDocuments(stdout).map(
      document => document.toJS() as KubernetesObject,
    );
  } finally {
    await rm(root, { recursive: true });
  }
}

function byName(objects: readonly KubernetesObject[]) {
  return Object.fromEntries(
    objects.map(object => [
      [object.kind, object.metadata.namespace, object.metadata.name].join('/'),
      ordered(object),
    ]),
  );
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    const isKeyed = value.every(item => item?.name ?? item?.mountPath);
    return isKeyed
      ? items.sort((left, right) =>
          JSON.stringify(left) < JSON.stringify(right) ? -1 : 1,
        )
      : items;
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([key, inner]) => [key, ordered(inner)]),
      )
    : value;
}

describe.each(Object.entries(layouts))('%s', (_, { files, folder, built }) => {
  it('is built', () => {
    const objects = byName(buildKustomization(files, folder));
    expect(objects).toMatchObject(built);
    expect(Object.keys(objects).sort()).toEqual(Object.keys(built).sort());
  });
});

describeIfReal('kustomize', () => {
  it.each(Object.entries(layouts))('builds %s alike', async (_, layout) => {
    const { files, folder } = layout;
    expect(byName(buildKustomization(files, folder))).toEqual(
      byName(await buildForReal(files, folder)),
    );
  });
});

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {spec: {containers: [{name: web, image: web:1}]}}}
`;

it.each<[string, Record<string, string>, string]>([
  [
    'a file that is not there',
    { 'app/kustomization.yaml': 'resources: [web.yaml]' },
    'app/web.yaml: no such file or directory',
  ],
  [
    'a cycle',
    {
      'app/kustomization.yaml': 'resources: [../base]',
      'base/kustomization.yaml': 'resources: [../app]',
    },
    "cycle detected: candidate root 'app' contains visited root 'app'",
  ],
  [
    'a folder above as a base',
    {
      'app/kustomization.yaml': 'resources: [../]',
      'kustomization.yaml': 'resources: []',
    },
    "cycle detected: candidate root '.' contains visited root 'app'",
  ],
  [
    'a field that is none',
    { 'app/kustomization.yaml': 'resource: [web.yaml]' },
    'invalid Kustomization: json: unknown field "resource"',
  ],
  [
    'a field that is not built here',
    { 'app/kustomization.yaml': 'helmCharts: []' },
    'must specify --enable-helm',
  ],
  [
    'a tag that is a number',
    {
      'app/kustomization.yaml':
        'resources: [web.yaml]\nimages: [{name: web, newTag: 1.4}]',
      'app/web.yaml': deployment,
    },
    'cannot unmarshal number into Go struct field Image.images.newTag',
  ],
  [
    'a base outside of the repository',
    { 'app/kustomization.yaml': 'resources: [https://example.org/base]' },
    "accumulating resources from 'https://example.org/base'",
  ],
  [
    'a patch for nothing',
    {
      'app/kustomization.yaml': `resources: [web.yaml]
patches: [{patch: "{apiVersion: apps/v1, kind: Deployment, metadata: {name: api}}"}]`,
      'app/web.yaml': deployment,
    },
    'no matches for Id Deployment.v1.apps/api.[noNs]',
  ],
  [
    'an operation on nothing',
    {
      'app/kustomization.yaml': `resources: [web.yaml]
patches: [{target: {kind: Deployment}, patch: "[{op: replace, path: /spec/paused, value: true}]"}]`,
      'app/web.yaml': deployment,
    },
    'replace operation does not apply: doc is missing path: "/spec/paused"',
  ],
  [
    'a replacement of nothing',
    {
      'app/kustomization.yaml': `resources: [web.yaml]
replacements: [{source: {kind: ConfigMap, name: versions}, targets: []}]`,
      'app/web.yaml': deployment,
    },
    'nothing selected by ConfigMap',
  ],
  [
    'one object twice',
    {
      'app/kustomization.yaml': 'resources: [web.yaml, again.yaml]',
      'app/web.yaml': deployment,
      'app/again.yaml': deployment,
    },
    'may not add resource with an already registered id: Deployment.apps/v1/web.[noNs]',
  ],
])('refuses %s', (_, files, message) => {
  expect(() => buildKustomization(files, 'app')).toThrow(message);
});
