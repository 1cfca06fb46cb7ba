import { SqliteDatabase } from '../databases/SqliteDatabase';
import { Portal } from './Portal';
import type { SpokeAccess } from './SpokeAccess';
import { until } from '../measure/until';

/** Paths of all lists that the fleet plugin asks a spoke for. Spokes of one size are all asked for the same. */
export async function recordLists(
  spoke: SpokeAccess,
  directory: string,
): Promise<string[]> {
  const portal = await Portal.start({
    directory,
    plugin: 'fleet',
    database: await SqliteDatabase.create(directory),
    spokes: [spoke],
    recordLists: spoke.url,
  });
  try {
    await until(
      `Reading ${spoke.name}`,
      { everyMs: 250, timeoutMs: 60_000 },
      async () => {
        const { items } = await portal.client.listClusters();
        return items[0]?.reachability.outcome === 'ok' ? true : undefined;
      },
    );
    return await portal.lists();
  } finally {
    await portal.stop();
  }
}
