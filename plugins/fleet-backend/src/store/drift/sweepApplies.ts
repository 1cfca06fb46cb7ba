import type { Knex } from 'knex';
import { judgeApply } from '../../drift/kustomization/judgeApply';
import type { ApplyRow } from '../rows/ApplyRow';
import type { DriftRow } from '../rows/DriftRow';
import { withoutNulls } from '../sql/withoutNulls';
import type { DriftRules } from './DriftRules';
import { foldCorrected } from './foldCorrected';
import {
  judgedApplications,
  recordOfJudged,
  type JudgedApplication,
} from './judgedApplications';
import { keptMs } from './keepApplies';
import { onsetOfOverride } from './onsetOfOverride';
import { placeOf } from './placedApplication';
import { writeDriftRows } from './writeLedger';

type Subject = JudgedApplication & { memory?: string };

/** Long enough for the health checks that come between an apply and the status that tells of it. */
const patienceMs = 60 * 60_000;
/** An event that comes both ways may bear the seconds before and after the turn of one. */
const twinMs = 3_000;
const batch = 1_000;

/**
 * Judges what engines told of having applied, once the application's record tells of it too: what undid others' changes goes to the
 * ledger, begun and ended. Answers how many drifts that were.
 */
export async function sweepApplies(
  trx: Knex.Transaction,
  rules: DriftRules,
  at: Date,
): Promise<number> {
  await forget(trx, at);
  let written = 0;
  let pending: ApplyRow[] = [];
  do {
    pending = await readPending(trx, pending.at(-1));
    written += await sweepSome(trx, rules, pending, at);
  } while (pending.length === batch);
  return written;
}

/** The oldest first, after this one: those of one cluster that cannot be judged yet hold up no other's. */
function readPending(
  trx: Knex.Transaction,
  last: ApplyRow | undefined,
): Promise<ApplyRow[]> {
  return readApplies(trx, applies => {
    applies.where({ judged: false }).orderBy(['at', 'id']).limit(batch);
    return last
      ? applies.whereRaw('(at, id) > (?, ?)', [last.at, last.id])
      : applies;
  });
}

async function sweepSome(
  trx: Knex.Transaction,
  rules: DriftRules,
  pending: readonly ApplyRow[],
  at: Date,
): Promise<number> {
  if (pending.length === 0) {
    return 0;
  }
  const ids = [...new Set(pending.map(({ record_id: id }) => id))];
  const earliest = new Date(Date.parse(pending[0].at) - twinMs);
  const judged = await readApplies(trx, applies =>
    applies
      .where({ judged: true })
      .where('at', '>=', earliest.toISOString())
      .whereIn('record_id', ids),
  );
  const subjects = await readSubjects(trx, ids);
  const drifts = await readDriftsOf(trx, ids);
  const ledger = new Map(drifts.map(row => [row.id, row]));
  const written = new Map<string, DriftRow>();
  const done: ApplyRow[] = [];
  for (const apply of pending) {
    const subject = subjects.get(apply.record_id);
    const isTwice = [...judged, ...done].some(other => isTwin(other, apply));
    const rows = isTwice
      ? []
      : subject && judge(rules, apply, subject, ledger, at.toISOString());
    if (rows) {
      done.push(apply);
      rows.forEach(row => written.set(row.id, row));
      rows.forEach(row => ledger.set(row.id, row));
    }
  }
  await trx('applies')
    .whereIn(
      'id',
      done.map(({ id }) => id),
    )
    .update({ judged: true });
  return writeDriftRows(trx, [...written.values()]);
}

/** Gives up on what no record told of, and deletes what no API server will tell again. */
async function forget(trx: Knex.Transaction, at: Date): Promise<void> {
  const before = (ms: number) => new Date(at.getTime() - ms).toISOString();
  await trx('applies').where('at', '<', before(keptMs)).delete();
  await trx('applies')
    .where({ judged: false })
    .where('at', '<', before(patienceMs))
    .update({ judged: true });
}

function isTwin(other: ApplyRow, apply: ApplyRow): boolean {
  return (
    other.record_id === apply.record_id &&
    other.objects === apply.objects &&
    Math.abs(Date.parse(other.at) - Date.parse(apply.at)) <= twinMs
  );
}

/** Rows of the ledger; undefined while it cannot be judged. */
function judge(
  rules: DriftRules,
  apply: ApplyRow,
  subject: Subject,
  ledger: ReadonlyMap<string, DriftRow>,
  now: string,
): DriftRow[] | undefined {
  const verdict = judgeApply({
    apply: { ...apply, objects: JSON.parse(apply.objects) },
    application: recordOfJudged(subject),
    memory: subject.memory ? JSON.parse(subject.memory) : undefined,
  });
  switch (verdict.type) {
    case 'too early':
      return undefined;
    case 'from Git':
      return [];
    default:
      return foldCorrected({
        subject: { ...placeOf(subject), subject: subject.id, scope: 'apply' },
        findings: verdict.findings.map(finding => ({
          ...finding,
          since: onsetOfOverride(finding, apply, [...ledger.values()]),
        })),
        endedAt: apply.at,
        ledger,
        severityOf: finding => rules.severityOf(finding, subject.environment),
        now,
      });
  }
}

async function readApplies(
  trx: Knex,
  narrow: (applies: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<ApplyRow[]> {
  const rows: object[] = await narrow(trx('applies'));
  return rows.map(row => withoutNulls<ApplyRow>(row));
}

async function readSubjects(
  trx: Knex,
  ids: readonly string[],
): Promise<Map<string, Subject>> {
  const rows: object[] = await judgedApplications(trx)
    .leftJoin('drift_memory', 'drift_memory.id', 'applications.id')
    .whereIn('applications.id', [...ids])
    .select('drift_memory.memory');
  return new Map(
    rows.map(row => {
      const subject = withoutNulls<Subject>(row);
      return [subject.id, subject];
    }),
  );
}

/** What they undid before, and overrides of their objects. */
async function readDriftsOf(
  trx: Knex,
  ids: readonly string[],
): Promise<DriftRow[]> {
  const rows: object[] = await trx('drifts')
    .whereIn('record_id', [...ids])
    .whereIn('scope', ['apply', 'override']);
  return rows.map(row => withoutNulls<DriftRow>(row));
}
