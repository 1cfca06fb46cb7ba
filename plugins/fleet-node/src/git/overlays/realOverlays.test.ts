import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkOverlay } from './__testUtils__/checkOverlay';
import { KustomizeOracle } from './__testUtils__/KustomizeOracle';

const folder = process.env.FLEET_OVERLAY_CORPUS;
const binary = process.env.KUSTOMIZE;

describe('overlays of others', () => {
  if (!folder || !binary) {
    it.todo(
      'set FLEET_OVERLAY_CORPUS to a folder of repositories, KUSTOMIZE to the program',
    );
    return;
  }

  it('are read as kustomize builds them, and what moves is what moves there', async () => {
    const kustomize = new KustomizeOracle(binary);
    const count = {
      overlays: 0,
      built: 0,
      understood: 0,
      values: 0,
      moves: 0,
      refused: 0,
    };
    const wrong: string[] = [];
    const notes: string[] = [];
    const repositories = readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name);
    for (const repository of repositories) {
      const root = join(folder, repository);
      const files = Object.fromEntries(
        readdirSync(root, { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name))
          .map(path => [
            path.slice(root.length + 1),
            readFileSync(path, 'utf8'),
          ]),
      );
      const overlays = Object.keys(files)
        .filter(path => /(^|\/)[Kk]ustomization(\.ya?ml)?$/.test(path))
        .map(path => (dirname(path) === '.' ? '' : dirname(path)));
      for (const overlay of overlays) {
        const verdict = await checkOverlay(kustomize, files, overlay);
        count.overlays += 1;
        count.built += Number(verdict.isBuilt);
        count.understood += Number(verdict.isBuilt && verdict.isUnderstood);
        count.values += verdict.values;
        count.moves += verdict.moves;
        count.refused += verdict.refused.length;
        notes.push(...verdict.refused);
        wrong.push(...verdict.wrong.map(said => `${repository}/${said}`));
      }
    }
    process.stdout.write(
      `${JSON.stringify({ ...count, notes }, undefined, 1)}\n`,
    );
    expect(wrong).toEqual([]);
  }, 600_000);
});
