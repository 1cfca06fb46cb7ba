import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { driftColumns, type DriftRow } from '../rows/DriftRow';
import { chunks, upsert } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import type { DriftRules } from './DriftRules';
import { foldDrifts, type DriftSubject } from './foldDrifts';

/** A subject, and all that one scope finds on it now. */
export interface FoundDrifts {
  subject: DriftSubject;
  environment?: string;
  findings: readonly DriftFinding[];
  /** Whether they are all; if not, what is not among them goes on. */
  complete: boolean;
}

/** Brings the ledger up to date with what was found. Answers how many drifts began, changed or ended. */
export async function writeLedger(
  trx: Knex,
  { severityOf }: DriftRules,
  found: readonly FoundDrifts[],
  now: string,
): Promise<number> {
  const existing = groupBy(
    await readDrifts(
      trx,
      found.map(({ subject }) => subject.subject),
    ),
    ({ subject, scope }) => `${scope}\n${subject}`,
  );
  const rows = found.flatMap(({ subject, environment, findings, complete }) =>
    foldDrifts({
      subject,
      findings,
      complete,
      existing: existing.get(`${subject.scope}\n${subject.subject}`) ?? [],
      severityOf: finding => severityOf(finding, environment),
      now,
    }),
  );
  return writeDriftRows(trx, rows);
}

/** Answers how many. */
export async function writeDriftRows(
  trx: Knex,
  rows: readonly DriftRow[],
): Promise<number> {
  await upsert(
    trx,
    'drifts',
    // Two transactions that write the same drifts do so in one order.
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)),
    { columns: driftColumns, key: ['id'] },
  );
  return rows.length;
}

/**
 * Open and ended ones of these subjects. Who writes them meanwhile waits, so that nothing is lost that people say of them, or that was
 * told to their owners, before they are written.
 */
export async function readDrifts(
  trx: Knex,
  subjects: readonly string[],
): Promise<DriftRow[]> {
  const rows: object[] = [];
  for (const some of chunks([...subjects].sort())) {
    rows.push(
      ...(await trx('drifts')
        .whereIn('subject', some)
        .orderBy('id')
        .forUpdate()),
    );
  }
  return rows.map(row => withoutNulls<DriftRow>(row));
}
