import type { Knex } from 'knex';
import { upsert } from '../sql/bulk';

/** The next sweep says when. */
const soon = '';

/** Has whatever goes by these delivery keys compared again: one of their applications came, changed or went. */
export async function markDeliveries(
  trx: Knex,
  deliveryKeys: Iterable<string>,
): Promise<void> {
  const rows = [...new Set(deliveryKeys)]
    // Two transactions that mark the same keys do so in one order.
    .sort()
    .map(delivery_key => ({ delivery_key, ask_at: soon }));
  await upsert(trx, 'drift_deliveries', rows, {
    columns: ['delivery_key', 'ask_at'],
    key: ['delivery_key'],
  });
}
