import { checkOverlay } from './__testUtils__/checkOverlay';
import { checkPromotion } from './__testUtils__/checkPromotion';
import {
  generateRepository,
  randomOf,
} from './__testUtils__/generateRepository';
import { filesOf, layouts, production, staging } from './__testUtils__/layouts';
import { KustomizeOracle } from './__testUtils__/KustomizeOracle';

const binary = process.env.KUSTOMIZE;
const rounds = Number(process.env.FLEET_OVERLAY_ROUNDS ?? 10);

describe('overlays, against kustomize itself', () => {
  if (!binary) {
    it.todo('set KUSTOMIZE to the program, as script/test-cluster does');
    return;
  }
  const kustomize = new KustomizeOracle(binary);

  it.each(
    Object.entries(layouts)
      .filter(([, layout]) => 'kustomization.yaml' in layout.production)
      .filter(([name]) => !name.includes('fetched from elsewhere')),
  )('promote as it builds them: %s', async (_, layout) => {
    const files = filesOf(layout);
    const { wrong } = await checkPromotion(kustomize, {
      files,
      target: production,
      source: staging,
    });
    expect(wrong).toEqual([]);
  });

  it('are read as it builds them, and what moves is what moves there', async () => {
    const wrong: string[] = [];
    const count = { built: 0, promotions: 0, moves: 0, refused: 0, values: 0 };
    for (let seed = 0; seed < rounds; seed += 1) {
      const { files, target, source } = generateRepository(randomOf(seed));
      const read = await checkOverlay(kustomize, files, target);
      const promoted = await checkPromotion(kustomize, {
        files,
        target,
        source,
      });
      count.built += Number(read.isBuilt);
      count.values += read.values;
      count.moves += read.moves + promoted.moves;
      count.promotions += Number(promoted.moves > 0);
      count.refused += read.refused.length + promoted.refused.length;
      wrong.push(
        ...[...read.wrong, ...promoted.wrong].map(said => `${seed}: ${said}`),
      );
    }
    process.stdout.write(`${JSON.stringify(count)}\n`);
    expect(wrong).toEqual([]);
    expect(count.built).toBe(rounds);
    expect(count.promotions).toBeGreaterThan(rounds / 3);
  }, 600_000);
});
