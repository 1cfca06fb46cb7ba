import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { detectOverrides } from '../../drift/override/detectOverrides';
import type { GitOwned } from '../../drift/override/GitOwned';
import { learnGitOwned } from '../../drift/override/learnGitOwned';
import type { LiveFields } from '../../drift/override/LiveFields';
import type { DriftRow } from '../rows/DriftRow';
import { chunks, upsert } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import type { DriftRules } from './DriftRules';
import { foldDrifts } from './foldDrifts';
import {
  judgedApplications,
  recordOfJudged,
  type JudgedApplication,
} from './judgedApplications';
import { placeOf } from './placedApplication';
import { readDrifts, writeDriftRows } from './writeLedger';

/** What was seen of one object, one after the other; undefined: it was gone. */
export interface SeenObject {
  /** Of the object within the fleet. */
  id: string;
  object: LiveFields['object'];
  ownerKey?: string;
  versions: (LiveFields | undefined)[];
}

interface Owner {
  row: JudgedApplication;
  application: ApplicationRecord;
}

interface OwnedRow {
  id: string;
  cluster: string;
  value: string;
}

/**
 * Folds what was seen of objects of one cluster, in order, against what Git had set of them: what self-healing has already undone is
 * in the ledger all the same. Answers how many drifts began, changed or ended.
 */
export async function detectObjects(
  trx: Knex.Transaction,
  rules: DriftRules,
  cluster: string,
  objects: readonly SeenObject[],
  at: Date,
): Promise<number> {
  const now = at.toISOString();
  const stored = await readOwned(trx, objects);
  const seen = objects.filter(
    ({ id, versions }) => stored.has(id) || versions.some(Boolean),
  );
  const owners = await readOwners(trx, cluster, seen);
  const drifts = groupBy(
    await readDrifts(
      trx,
      seen.map(({ id }) => id),
    ),
    ({ subject }) => subject,
  );
  const kept: OwnedRow[] = [];
  const forgotten: string[] = [];
  const rows: DriftRow[] = [];
  for (const item of seen) {
    const before = stored.get(item.id);
    const { expected, changed } = foldObject(rules, item, {
      expected: before && JSON.parse(before),
      existing: drifts.get(item.id) ?? [],
      owner: owners.get(item.ownerKey ?? ''),
      now,
    });
    rows.push(...changed);
    const value = expected && JSON.stringify(expected);
    if (value === undefined && before !== undefined) {
      forgotten.push(item.id);
    } else if (value !== undefined && value !== before) {
      kept.push({ id: item.id, cluster, value });
    }
  }
  await upsert(trx, 'git_owned', kept, {
    columns: ['id', 'cluster', 'value'],
    key: ['id'],
  });
  for (const some of chunks(forgotten)) {
    await trx('git_owned').whereIn('id', some).delete();
  }
  return writeDriftRows(trx, rows);
}

function foldObject(
  rules: DriftRules,
  { id, object, versions }: SeenObject,
  context: {
    expected?: GitOwned;
    existing: readonly DriftRow[];
    owner?: Owner;
    now: string;
  },
): { expected?: GitOwned; changed: DriftRow[] } {
  const { owner, now } = context;
  const { gitManagers } = rules;
  const ledger = new Map(context.existing.map(row => [row.id, row]));
  const changed = new Map<string, DriftRow>();
  let { expected } = context;
  const listed = owner && isListed(owner.application, object);
  for (const live of versions) {
    if (!owner) {
      // Whose it is may be read later; what Git has set of it is known now.
      expected = live && learned(live, expected, gitManagers);
      continue;
    }
    const verdict = detectOverrides({
      object,
      live,
      expected,
      application: owner.application,
      listed,
      gitManagers,
      now,
    });
    expected = verdict.expected;
    const folded = foldDrifts({
      subject: { ...placeOf(owner.row), subject: id, scope: 'override' },
      findings: verdict.findings.filter(
        ({ opensAt }) => !opensAt || opensAt <= now,
      ),
      complete: verdict.unjudged === undefined,
      existing: [...ledger.values()],
      severityOf: finding => rules.severityOf(finding, owner.row.environment),
      now,
    });
    for (const row of folded) {
      ledger.set(row.id, row);
      changed.set(row.id, row);
    }
  }
  return { expected, changed: [...changed.values()] };
}

/** Undefined where Git's managers have set nothing. */
function learned(
  live: LiveFields,
  before: GitOwned | undefined,
  gitManagers: ReadonlySet<string>,
): GitOwned | undefined {
  const owned = live.unjudged
    ? before
    : learnGitOwned(live, before, gitManagers);
  return owned && Object.keys(owned.fields).length > 0 ? owned : undefined;
}

/** Undefined where the application does not tell what it deploys. */
function isListed(
  { resources }: ApplicationRecord,
  { group, kind, namespace, name }: LiveFields['object'],
): boolean | undefined {
  return resources.length === 0
    ? undefined
    : resources.some(
        resource =>
          resource.group === group &&
          resource.kind === kind &&
          resource.namespace === namespace &&
          resource.name === name,
      );
}

/** By owner key. */
async function readOwners(
  trx: Knex.Transaction,
  cluster: string,
  seen: readonly SeenObject[],
): Promise<Map<string, Owner>> {
  const keys = [...new Set(seen.flatMap(({ ownerKey }) => ownerKey ?? []))];
  const owners = new Map<string, Owner>();
  for (const some of chunks(keys)) {
    const rows: object[] = await judgedApplications(trx)
      .where('applications.target_cluster', cluster)
      .whereIn('applications.owner_key', some)
      .select('applications.owner_key');
    for (const joined of rows) {
      const row = withoutNulls<JudgedApplication & { owner_key: string }>(
        joined,
      );
      owners.set(row.owner_key, { row, application: recordOfJudged(row) });
    }
  }
  return owners;
}

/** By id of the object. */
async function readOwned(
  trx: Knex.Transaction,
  seen: readonly SeenObject[],
): Promise<Map<string, string>> {
  const owned = new Map<string, string>();
  for (const some of chunks(seen)) {
    const rows: OwnedRow[] = await trx('git_owned').whereIn(
      'id',
      some.map(({ id }) => id),
    );
    rows.forEach(({ id, value }) => owned.set(id, value));
  }
  return owned;
}
