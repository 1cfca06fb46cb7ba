import type { Knex } from 'knex';
import {
  policyResultColumns,
  type PolicyResultRow,
} from '../rows/PolicyResultRow';
import {
  policyTallyColumns,
  type PolicyTallyRow,
} from '../rows/PolicyTallyRow';
import { chunks, upsert } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { BrokenPolicies } from './BrokenPolicies';
import { foldReports } from './foldReports';
import { foldResults, policyNameOf } from './foldResults';
import { placeResults } from './placeResults';
import type { ReportsChange } from './splitReports';

/**
 * Brings the ledger of policy results up to date with what reports of one cluster say now. Answers how many results began, changed or
 * ended.
 */
export async function writeReports(
  trx: Knex.Transaction,
  cluster: string,
  reports: readonly ReportsChange[],
  options: { forgotten: readonly string[]; at: Date },
): Promise<number> {
  const { forgotten, at } = options;
  const folded = foldReports(
    cluster,
    reports,
    await readTallies(trx, cluster, reports, forgotten),
    forgotten,
  );
  const { named, written, gone, touched } = folded;
  for (const { listing, collection, keys } of named) {
    for (const some of chunks(keys)) {
      await trx('policy_tallies')
        .where({ cluster, collection })
        .whereIn('object_key', some)
        .update({ listing });
    }
  }
  await upsert(trx, 'policy_tallies', written, {
    columns: policyTallyColumns,
    key: ['cluster', 'collection', 'object_key'],
  });
  for (const { collection, keys } of gone) {
    for (const some of chunks(keys)) {
      await trx('policy_tallies')
        .where({ cluster, collection })
        .whereIn('object_key', some)
        .delete();
    }
  }
  if (touched.size === 0) {
    return 0;
  }
  const policies = new Set(
    [...touched.values()].flatMap(({ facts }) =>
      facts ? policyNameOf(facts) : [],
    ),
  );
  const rows = foldResults(
    touched.values(),
    await readResults(trx, [...touched.keys()]),
    {
      cluster,
      policies: await BrokenPolicies.read(trx, cluster, policies),
      now: at.toISOString(),
    },
  );
  await placeResults(
    trx,
    cluster,
    rows.filter(({ ended_at: endedAt }) => endedAt === undefined),
  );
  await upsert(trx, 'policy_results', rows, {
    columns: policyResultColumns,
    key: ['id'],
  });
  return rows.length;
}

/** Those of the objects of a change, and all of a collection that it completes or clears, or that is to be forgotten. */
async function readTallies(
  trx: Knex,
  cluster: string,
  reports: readonly ReportsChange[],
  forgotten: readonly string[],
): Promise<PolicyTallyRow[]> {
  const isWhole = ({ clear, listing }: ReportsChange) =>
    clear || listing?.complete;
  const rows: object[] = [];
  const whole = [
    ...reports.filter(isWhole).map(({ collection }) => collection),
    ...forgotten,
  ];
  if (whole.length > 0) {
    rows.push(
      ...(await trx('policy_tallies')
        .where({ cluster })
        .whereIn('collection', whole)),
    );
  }
  for (const change of reports.filter(item => !isWhole(item))) {
    for (const keys of chunks([...change.reports.keys()])) {
      rows.push(
        ...(await trx('policy_tallies')
          .where({ cluster, collection: change.collection })
          .whereIn('object_key', keys)),
      );
    }
  }
  return rows.map(row => withoutNulls<PolicyTallyRow>(row));
}

async function readResults(
  trx: Knex,
  ids: readonly string[],
): Promise<Map<string, PolicyResultRow>> {
  const ledger = new Map<string, PolicyResultRow>();
  for (const some of chunks(ids)) {
    const rows: object[] = await trx('policy_results').whereIn('id', some);
    for (const row of rows) {
      const result = withoutNulls<PolicyResultRow>(row);
      ledger.set(result.id, result);
    }
  }
  return ledger;
}
