import type { Knex } from 'knex';
import type { ClaimRules } from '../../claims/ClaimRules';
import { placeClaims } from './placeClaims';
import { sweepTrees } from './sweepTrees';

/** Brings claims up to date. Answers how many are told otherwise now. */
export async function sweepClaims(
  database: Knex,
  rules: ClaimRules,
  at: Date,
): Promise<number> {
  let changed = 0;
  for (;;) {
    const { placed, more } = await database.transaction(trx =>
      sweepSome(trx, rules, at),
    );
    changed += placed;
    if (!more) {
      return changed;
    }
  }
}

async function sweepSome(
  trx: Knex.Transaction,
  rules: ClaimRules,
  at: Date,
): Promise<{ placed: number; more: boolean }> {
  const swept = await sweepTrees(trx);
  return {
    placed: await placeClaims(trx, rules, swept ?? [], at),
    more: swept !== undefined,
  };
}

/** Has every tree looked at again, as after the config has changed. */
export async function markAllClaims(database: Knex): Promise<void> {
  await database.raw(
    `insert into claim_marks (node_id, cluster)
     select distinct claim_id, cluster from claim_members where true
     on conflict do nothing`,
  );
}
