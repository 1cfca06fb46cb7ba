import type { Apply } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { keepApplies } from '../drift/keepApplies';
import type { FleetWebhookStore } from '../FleetWebhookStore';

/** Longer than a webhook is taken at all, before and after its time. */
const rememberedMs = 30 * 60_000;
/** A cluster whose secret has leaked can fill no database. */
const mostRemembered = 5_000;

/** Keeps what a webhook told, once; see {@link FleetWebhookStore.receiveWebhook}. */
export async function receiveWebhook(
  database: Knex,
  cluster: string,
  webhook: { digest: string; apply?: Apply },
  now: Date,
): ReturnType<FleetWebhookStore['receiveWebhook']> {
  const { digest, apply } = webhook;
  return database.transaction(async trx => {
    await trx('webhook_digests')
      .where('at', '<', new Date(now.getTime() - rememberedMs).toISOString())
      .delete();
    const [{ count }] = await trx('webhook_digests')
      .where({ cluster })
      .count({ count: '*' });
    if (Number(count) >= mostRemembered) {
      return 'too-many';
    }
    const remembered = await trx('webhook_digests')
      .insert({ cluster, digest, at: now.toISOString() })
      .onConflict(['cluster', 'digest'])
      .ignore()
      .returning('digest');
    if (remembered.length === 0) {
      return 'replayed';
    }
    if (apply) {
      await keepApplies(trx, cluster, [apply], now);
    }
    return 'accepted';
  });
}
