import { chromium, type Page } from '@playwright/test';
import type { Bench } from '../Bench';
import { claimName } from '../claims/writeClaims';
import { createDatabase } from '../databases/Database';
import { Simulator } from '../fleet/Simulator';
import { WholePortal } from '../fleet/WholePortal';
import { writeEntities } from '../fleet/writeEntities';
import { milliseconds, times } from '../measure/format';
import { percentile } from '../measure/percentile';
import { until } from '../measure/until';

const few = 200;
const many = 2_000;
const rounds = 8;
const maxRatio = 1.5;
const timeoutMs = 60_000;

/** What a person waits for who opens the page of a claim. */
export const claimTree: Bench = {
  name: 'claimTree',
  title: 'Tree of a claim in the browser',
  method: `The portal as script/server starts it, in Chromium, over a cluster with two namespaced composites: one of ${few} managed
resources and one of ${many.toLocaleString(
    'en',
  )}. The time is from opening the page of a claim until its steps and the first rows of its tree are shown and the table answers a
text; the median of ${rounds} visits, by turns.`,
  async run(context) {
    const { database: kind, directory, log, scope } = context;
    const simulator = scope.add(
      await Simulator.start({
        directory,
        spokes: 1,
        claims: [few, many],
        still: true,
      }),
    );
    const portal = scope.add(
      await WholePortal.start({
        directory,
        database: scope.add(await createDatabase(kind, directory)),
        spokes: simulator.spokes,
        entities: await writeEntities(directory, ['service']),
      }),
    );
    const ids = await until(
      'The claims with all of their objects',
      { everyMs: 1_000, timeoutMs: 5 * 60_000 },
      async () => {
        const { items } = await portal.client.claims.list();
        const read = [few, many].map(size =>
          items.find(
            ({ name, total }) => name === claimName(size) && total > size,
          ),
        );
        return read.every(claim => claim !== undefined)
          ? read.map(({ id }) => id)
          : undefined;
      },
    );
    log('the trees were read');

    const chrome = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    scope.add({ stop: () => chrome.close() });
    const page = await chrome.newPage({ baseURL: portal.url });
    const taken = [few, many].map((): number[] => []);
    // The first visit of a page loads what all later ones have.
    for (let round = -1; round < rounds; round += 1) {
      for (const [index, size] of [few, many].entries()) {
        const visit = await timeToUse(page, { id: ids[index], size });
        if (round >= 0) {
          taken[index].push(visit);
        }
      }
    }
    const [small, large] = taken.map(visits => percentile(visits, 0.5));
    return [
      {
        database: kind,
        measure: `until the page of a claim of ${many} objects can be used, against ${few}`,
        ours: milliseconds(large),
        against: milliseconds(small),
        ratio: times(large / small),
        target: `≤ ${maxRatio} ×`,
        met: large <= small * maxRatio,
      },
    ];
  },
};

async function timeToUse(
  page: Page,
  claim: { id: string; size: number },
): Promise<number> {
  const begun = performance.now();
  await page.goto(`/fleet/provisioning/${encodeURIComponent(claim.id)}`);
  const rows = page.locator('[role=table][aria-label=Objects] [role=row]');
  await rows.nth(1).waitFor({ timeout: timeoutMs });
  const wanted = `${claimName(claim.size)}-0199`;
  await page.getByLabel('Find an object').first().fill(wanted);
  await page
    .locator('[role=table][aria-label=Objects]')
    .getByText(wanted)
    .first()
    .waitFor({ timeout: timeoutMs });
  return performance.now() - begun;
}
