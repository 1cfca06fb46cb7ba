import type { Knex } from 'knex';
import { upsert } from '../sql/bulk';

/** Sorts before every time. */
const now = '';

/** Has whatever goes by these delivery keys compared again at the next sweep: one of their applications came, changed or went. */
export async function markDeliveries(
  trx: Knex,
  deliveryKeys: Iterable<string>,
): Promise<void> {
  const rows = [...new Set(deliveryKeys)]
    // Two transactions that mark the same keys do so in one order.
    .sort()
    .map(delivery_key => ({ delivery_key, ask_at: now }));
  await upsert(trx, 'drift_deliveries', rows, {
    columns: ['delivery_key', 'ask_at'],
    key: ['delivery_key'],
  });
}
