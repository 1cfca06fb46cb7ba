import { file, files, folder } from '../__testUtils__/files';
import { claimOf, clusterOf } from '../__testUtils__/records';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

describe('fleet:kustomization:add', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files });
    scaffolder.fleet.claims = [claimOf('staging-1')];
    scaffolder.fleet.clusters = [clusterOf('staging-1')];
  });
  afterEach(() => scaffolder.stop());

  const commit = (path: string, text: string) =>
    scaffolder.git.commit('platform/fleet', {
      message: 'Change it',
      files: { [path]: text },
    });

  const wire = (path: string, input: object = {}) => ({
    action: 'fleet:kustomization:add',
    input: { files: [path], ...input },
  });

  it('names a file in its place, and once', async () => {
    const added = await scaffolder.run(wire(`${folder}/staging-2.yaml`));
    expect(added.output.files).toEqual([`${folder}/kustomization.yaml`]);
    expect(added.log).toContain(
      '   - staging-1.yaml\n+  - staging-2.yaml\n   - staging-3.yaml\n',
    );
    const again = await scaffolder.run(wire(file));
    expect(again.status).toBe('completed');
    expect(again.log).toContain(`names ${file} already`);
    const below = await scaffolder.run(wire(`${folder}/databases/a.yaml`));
    expect(below.log).toContain('+  - databases/a.yaml');
  });

  it('makes none unasked, and leaves out nothing that was applied', async () => {
    const refused = await scaffolder.run(wire('apps/web.yaml'));
    expect(refused.status).toBe('failed');
    expect(refused.log).toContain(
      'neither the folder of apps/web.yaml nor any above it has a kustom',
    );
    await commit('apps/api.yaml', 'a: 1\n');
    const made = await scaffolder.run(wire('apps/web.yaml', { create: true }));
    expect(made.log).toContain('+  - api.yaml\n+  - web.yaml\n');
    await commit('apps/search/deployment.yaml', 'a: 1\n');
    const unclear = await scaffolder.run(
      wire('apps/web.yaml', { create: true }),
    );
    expect(unclear.log).toContain('folders of its own (search/)');
  });
});
