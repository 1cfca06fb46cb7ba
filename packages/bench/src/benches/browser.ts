import { chromium, type Page } from '@playwright/test';
import type { Bench } from '../Bench';
import { createDatabase } from '../databases/Database';
import { applicationsOf, manyApplications } from '../fleet/clusterSizes';
import { Simulator } from '../fleet/Simulator';
import { whenSynced } from '../fleet/whenSynced';
import { WholePortal } from '../fleet/WholePortal';
import { writeEntities } from '../fleet/writeEntities';
import { milliseconds, times } from '../measure/format';
import { percentile } from '../measure/percentile';
import { until } from '../measure/until';

const rounds = 8;
const answerTimeoutMs = 60_000;

/** A list in the browser that a text narrows. */
interface SearchedList {
  path: string;
  /** Of its rows, without the header. */
  rows: string;
  /** Label of the field that takes the text. */
  field: RegExp;
  text(round: number): string;
}

const applications: SearchedList = {
  path: '/fleet/applications',
  rows: '[role=table][aria-label=Applications] [role=row][aria-rowindex]:not([aria-rowindex="1"])',
  field: /find an application/i,
  text: round => `app-${round + 1}`,
};

const catalog: SearchedList = {
  path: '/catalog',
  rows: 'main table tbody tr',
  field: /^(search|filter)$/i,
  text: round => nameOf(round * 5_003),
};

function nameOf(index: number): string {
  return `component-${String(index).padStart(5, '0')}`;
}

/** What a person waits for who narrows the list of applications. */
export const browser: Bench = {
  name: 'browser',
  title: 'Filter in the browser',
  method: `The portal as script/server starts it, in Chromium: 2,000 clusters with 25 applications each, which nothing changes, and a
catalog of 50,000 components. A name is typed into the search field of /fleet/applications and, against it, of the catalog index
with pages from the backend. The time is from the last key until every row shown holds the name, the median of eight names; each
side waits a while for further keys first.`,
  async run(context) {
    const { database: kind, directory, clusters = 2_000, log, scope } = context;
    const count = clusters * applicationsOf(manyApplications);
    const simulator = scope.add(
      await Simulator.start({
        directory,
        spokes: clusters,
        size: manyApplications,
        still: true,
      }),
    );
    const portal = scope.add(
      await WholePortal.start({
        directory,
        database: scope.add(await createDatabase(kind, directory)),
        spokes: simulator.spokes,
        entities: await writeEntities(
          directory,
          Array.from({ length: count }, (_, index) => nameOf(index)),
        ),
      }),
    );
    await whenSynced(portal, { clusters, applications: count });
    log(`${clusters} clusters were read`);
    await until(
      `The catalog of ${count} components`,
      { everyMs: 5_000, timeoutMs: 90 * 60_000 },
      async () => {
        const answer = await portal.fetch(
          `${portal.url}/api/catalog/entities/by-query?filter=kind=component&limit=0`,
        );
        const { totalItems } = await answer.json();
        return totalItems >= count ? true : undefined;
      },
    );
    log(`${count} components are in the catalog`);

    const chrome = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    scope.add({ stop: () => chrome.close() });
    const page = await chrome.newPage({ baseURL: portal.url });
    const ours = await timeToAnswer(page, applications);
    const theirs = await timeToAnswer(page, catalog);
    return [
      {
        database: kind,
        measure: `until a list of ${count} answers a filter`,
        ours: milliseconds(ours),
        against: milliseconds(theirs),
        ratio: times(ours / theirs),
        target: 'no later',
        met: ours <= theirs,
      },
    ];
  },
};

async function timeToAnswer(page: Page, list: SearchedList): Promise<number> {
  await page.goto(list.path);
  const field = page.getByLabel(list.field).first();
  await page.locator(list.rows).first().waitFor({ timeout: answerTimeoutMs });
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const text = list.text(round);
    await field.fill(text);
    const filled = performance.now();
    await page.waitForFunction(
      ([rows, wanted]) => {
        const shown = [...document.querySelectorAll(rows)];
        return (
          shown.length > 0 &&
          shown.every(row => row.textContent?.includes(wanted))
        );
      },
      [list.rows, text],
      { polling: 'raf', timeout: answerTimeoutMs },
    );
    taken.push(performance.now() - filled);
  }
  return percentile(taken, 0.5);
}
