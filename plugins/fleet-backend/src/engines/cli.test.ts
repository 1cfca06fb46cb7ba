import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'fleet-project-'));

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

function project(...files: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      require.resolve('tsx'),
      path.join(__dirname, 'cli.ts'),
      ...files,
    ],
    { encoding: 'utf8' },
  );
  return { printed: stdout && JSON.parse(stdout), stderr, status };
}

const yaml = write(
  'objects.yaml',
  `
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: apps, namespace: flux-system, labels: { stage: early }, annotations: { fleetcommander.io/entity: 'component:default/apps' } }
spec: { suspend: true }
---
# nothing here
---
apiVersion: v1
kind: Endpoints
metadata: { name: settings, namespace: payments }
`,
);

const list = write(
  'list.json',
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'payments' } },
    ],
  }),
);

const answer = write(
  'answer.json',
  JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'RolloutList',
    items: [{ metadata: { name: 'api', namespace: 'payments' } }],
  }),
);

describe('fleet:project', () => {
  it('prints the records of what it is given', () => {
    const { printed, stderr, status } = project(yaml, list, answer);
    expect(printed).toMatchObject([
      {
        object: {
          file: yaml,
          apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
          kind: 'Kustomization',
          namespace: 'flux-system',
          name: 'apps',
        },
        record: {
          type: 'application',
          state: 'suspended',
          labels: { stage: 'early' },
          proofs: { 'fleetcommander.io/entity': 'component:default/apps' },
        },
      },
      { object: { file: list }, record: { type: 'namespace' } },
      { object: { file: answer }, record: { type: 'workload' } },
      { object: { file: answer }, record: { type: 'canary' } },
    ]);
    expect(stderr).toBe(
      `${yaml}: v1 Endpoints payments/settings: no engine reads this kind\n`,
    );
    expect(status).toBe(0);
  });

  it('names what is wrong and prints the rest', () => {
    const broken = write('broken.yaml', 'a: [\n---\nkind: Node\n');
    const missing = path.join(folder, 'missing.yaml');
    const { printed, stderr, status } = project(broken, missing, list);
    expect(printed).toMatchObject([{ object: { file: list } }]);
    expect(stderr).toContain(`${broken}: `);
    expect(stderr).toContain(
      `${broken}: an object without apiVersion, metadata.name`,
    );
    expect(stderr).toContain(`${missing}: cannot be read: ENOENT`);
    expect(status).toBe(1);
  });

  it('asks for files', () => {
    const { printed, stderr, status } = project();
    expect(printed).toEqual([]);
    expect(stderr).toContain('Name the YAML or JSON files');
    expect(status).toBe(1);
  });
});
