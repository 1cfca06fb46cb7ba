import type { Knex } from 'knex';
import { upsert } from '../sql/bulk';

/**
 * Has whatever goes by these delivery keys compared again: one of their applications came, changed or went. When that is to be is for
 * the sweep to say, so that a key of which something changes all the time is compared as well.
 */
export async function markDeliveries(
  trx: Knex,
  deliveryKeys: Iterable<string>,
): Promise<void> {
  const rows = [...new Set(deliveryKeys)]
    // Two transactions that mark the same keys do so in one order.
    .sort()
    .map(delivery_key => ({ delivery_key, changed: true }));
  await upsert(trx, 'drift_deliveries', rows, {
    columns: ['delivery_key', 'changed'],
    key: ['delivery_key'],
  });
}
