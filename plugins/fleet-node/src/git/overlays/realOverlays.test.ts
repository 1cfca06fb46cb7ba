import { checkOverlay } from './__testUtils__/checkOverlay';
import { KustomizeOracle } from './__testUtils__/KustomizeOracle';
import { readOverlaysIn } from './__testUtils__/readOverlaysIn';

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
    for (const { name, files, overlays } of readOverlaysIn(folder)) {
      for (const overlay of overlays) {
        const verdict = await checkOverlay(kustomize, files, overlay);
        count.overlays += 1;
        count.built += Number(verdict.isBuilt);
        count.understood += Number(verdict.isBuilt && verdict.isUnderstood);
        count.values += verdict.values;
        count.moves += verdict.moves;
        count.refused += verdict.refused.length;
        wrong.push(...verdict.wrong.map(said => `${name}/${said}`));
      }
    }
    process.stdout.write(`${JSON.stringify(count)}\n`);
    expect(wrong).toEqual([]);
  }, 600_000);
});
