import type { Bench } from '../Bench';
import { createDatabase } from '../databases/Database';
import { Portal } from '../fleet/Portal';
import { Simulator } from '../fleet/Simulator';
import { writeEntities } from '../fleet/writeEntities';
import { milliseconds, times } from '../measure/format';
import { percentile } from '../measure/percentile';
import { until } from '../measure/until';
import {
  applicationFiles,
  applicationName,
} from '../promotion/applicationFiles';
import { startGitHost } from '../promotion/startGitHost';

const pipelines = 500;
const environments = ['development', 'staging', 'production'];
const rounds = 400;
const maxRatio = 3;

/** What a person waits for who opens the tab Promotion. */
export const promotionTab: Bench = {
  name: 'promotionTab',
  title: 'Promotion tab',
  method: `A backend has read a repository of ${pipelines} applications with an overlay for each of three environments, and three spokes that run them,
one an environment. The pipelines of one entity after
the other are asked of its API, by turns with a route of a plugin that does nothing but take the caller's credentials; ${rounds} rounds.`,
  async run(context) {
    const { database: kind, directory, scope, log } = context;
    const git = scope.add(
      await startGitHost(
        applicationFiles(pipelines, { environments, regions: [] }),
      ),
    );
    const { spokes } = scope.add(
      await Simulator.start({
        directory,
        spokes: environments.length,
        deliveries: { applications: pipelines, url: git.url },
        still: true,
      }),
    );
    const names = Array.from({ length: pipelines }, (_, index) =>
      applicationName(index),
    );
    const portal = scope.add(
      await Portal.start({
        directory,
        plugin: 'fleet',
        database: scope.add(await createDatabase(kind, directory)),
        spokes,
        entities: await writeEntities(directory, names),
        config: {
          integrations: git.integrations,
          fleet: {
            git: {
              repositories: [
                {
                  url: git.url,
                  layout: {
                    overlay: 'apps/{app}/overlays/{environment}',
                    base: 'apps/{app}/base',
                  },
                },
              ],
            },
          },
        },
      }),
    );
    await until(
      'All pipelines, with their entities and clusters',
      // A turn reads forty of them, and there is one each half minute.
      { everyMs: 2_000, timeoutMs: 30 * 60_000 },
      async () => {
        const { totalItems } = await portal.client.promotions.pipelines();
        log(`${totalItems} pipelines`);
        const entities = await Promise.all(
          [names[0], names.at(-1)].map(name =>
            portal.client.promotions
              .entityPipelines(`component:default/${name}`)
              // The catalog may not have read it yet.
              .catch(() => ({ items: [] })),
          ),
        );
        return totalItems === pipelines &&
          entities.every(({ items }) =>
            items.some(({ stages }) =>
              stages.every(({ clusters }) => clusters.length > 0),
            ),
          )
          ? true
          : undefined;
      },
    );
    const requests = git.host.requests.length;
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const entity = encodeURIComponent(
        `component:default/${names[round % pipelines]}`,
      );
      ours.push(await timed(() => portal.get(`fleet/pipelines/${entity}`)));
      bare.push(await timed(() => portal.get('bare')));
    }
    const [mine, theirs] = [percentile(ours, 0.99), percentile(bare, 0.99)];
    const ratio = mine / theirs;
    return [
      {
        database: kind,
        measure: `p99 time of an entity's pipelines, ${pipelines} pipelines`,
        ours: milliseconds(mine),
        against: `${milliseconds(theirs)} of a bare route`,
        ratio: times(ratio),
        target: `≤ ${times(maxRatio)}`,
        met: ratio <= maxRatio,
      },
      {
        database: kind,
        measure: `requests to Git for the first reading of ${pipelines} applications`,
        ours: String(requests),
      },
    ];
  },
};

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await ask();
  return performance.now() - started;
}
