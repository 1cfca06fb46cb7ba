import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { detectOverrides } from '../../drift/override/detectOverrides';
import { forgetDropped } from '../../drift/override/forgetDropped';
import type { GitOwned } from '../../drift/override/GitOwned';
import { isSetByGit } from '../../drift/override/isSetByGit';
import type { LiveFields } from '../../drift/override/LiveFields';
import { observeObject } from '../../drift/override/observeObject';
import type { DriftRow } from '../rows/DriftRow';
import { gitOwnedColumns, type GitOwnedRow } from '../rows/GitOwnedRow';
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

/** What was seen of one object. */
export interface SeenObject {
  /** Of the object within the fleet. */
  id: string;
  collection: string;
  object: LiveFields['object'];
  /** Of the application that it says it was deployed by. */
  ownerKey?: string;
  /** The listing that names it, while that goes on. */
  listing?: string;
  /** One after the other; undefined: it was gone. None: it is judged anew by what is known. */
  versions: (LiveFields | undefined)[];
}

interface Owner {
  row: JudgedApplication;
  application: ApplicationRecord;
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
    ({ id, versions }) =>
      stored.has(id) ||
      versions.some(live => live && isSetByGit(live, rules.gitManagers)),
  );
  const ownerKeyOf = ({ id, ownerKey }: SeenObject) =>
    ownerKey ?? stored.get(id)?.owner_key;
  const owners = await readOwners(trx, cluster, seen.map(ownerKeyOf));
  const drifts = groupBy(
    await readDrifts(
      trx,
      seen.map(({ id }) => id),
    ),
    ({ subject }) => subject,
  );
  const kept: GitOwnedRow[] = [];
  const forgotten: string[] = [];
  const rows: DriftRow[] = [];
  for (const item of seen) {
    const before = stored.get(item.id);
    const ownerKey = ownerKeyOf(item);
    const { owned, askAt, changed } = foldObject(rules, item, {
      owned: before && JSON.parse(before.value),
      existing: drifts.get(item.id) ?? [],
      owner: owners.get(ownerKey ?? ''),
      now,
    });
    rows.push(...changed);
    const { id, collection, object } = item;
    const row: GitOwnedRow | undefined = owned && {
      id,
      cluster,
      collection,
      api_group: object.group,
      version: object.version,
      kind: object.kind,
      namespace: object.namespace,
      name: object.name,
      owner_key: ownerKey,
      listing: item.listing ?? before?.listing,
      differs: Boolean(owned.changes ?? owned.deletedAt),
      ask_at: askAt,
      value: JSON.stringify(owned),
    };
    if (row && !isSame(row, before)) {
      kept.push(row);
    } else if (!row && before) {
      forgotten.push(id);
    }
  }
  await upsert(trx, 'git_owned', kept, {
    columns: gitOwnedColumns,
    key: ['id'],
  });
  for (const some of chunks(forgotten)) {
    await trx('git_owned').whereIn('id', some).delete();
  }
  return writeDriftRows(trx, rows);
}

function isSame(row: GitOwnedRow, before: GitOwnedRow | undefined): boolean {
  return (
    row.value === before?.value &&
    row.owner_key === before.owner_key &&
    row.listing === before.listing &&
    row.ask_at === before.ask_at
  );
}

function foldObject(
  { gitManagers, severityOf }: DriftRules,
  { id, object, versions }: SeenObject,
  context: {
    owned?: GitOwned;
    existing: readonly DriftRow[];
    owner?: Owner;
    now: string;
  },
): { owned?: GitOwned; askAt?: string; changed: DriftRow[] } {
  const { owner, now } = context;
  const ledger = new Map(context.existing.map(row => [row.id, row]));
  const changed = new Map<string, DriftRow>();
  const listed = owner && isListed(owner.application, object);
  let { owned } = context;
  let askAt: string | undefined;
  const judge = (unjudged?: string) => {
    if (!owner) {
      // Whose it is may be read later.
      return;
    }
    owned = owned && forgetDropped(owned, owner.application, now);
    const verdict = detectOverrides({
      object,
      owned,
      application: owner.application,
      listed,
      unjudged,
    });
    const later = verdict.findings.filter(
      ({ opensAt }) => opensAt !== undefined && opensAt > now,
    );
    askAt = later[0]?.opensAt;
    const folded = foldDrifts({
      subject: { ...placeOf(owner.row), subject: id, scope: 'override' },
      findings: verdict.findings.filter(finding => !later.includes(finding)),
      complete: verdict.unjudged === undefined,
      existing: [...ledger.values()],
      severityOf: finding => severityOf(finding, owner.row.environment),
      now,
    });
    for (const row of folded) {
      ledger.set(row.id, row);
      changed.set(row.id, row);
    }
  };
  for (const live of versions) {
    owned = observeObject(live, owned, { gitManagers, now });
    judge(live?.unjudged);
  }
  if (versions.length === 0) {
    judge();
  }
  const isPruned = owned?.deletedAt && (!owner || listed === false);
  const isEmpty = owned && Object.keys(owned.fields).length === 0;
  return {
    owned: isPruned || isEmpty ? undefined : owned,
    askAt,
    changed: [...changed.values()],
  };
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
  ownerKeys: readonly (string | undefined)[],
): Promise<Map<string, Owner>> {
  const keys = [...new Set(ownerKeys.flatMap(key => key ?? []))];
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

/** By id of the object. Who writes them meanwhile waits, so that the sweep and a poll do not judge one object at once. */
async function readOwned(
  trx: Knex.Transaction,
  objects: readonly SeenObject[],
): Promise<Map<string, GitOwnedRow>> {
  const owned = new Map<string, GitOwnedRow>();
  for (const some of chunks(objects.map(({ id }) => id).sort())) {
    const rows: object[] = await trx('git_owned')
      .whereIn('id', some)
      .orderBy('id')
      .forUpdate()
      .select(...gitOwnedColumns);
    for (const found of rows) {
      const row = withoutNulls<GitOwnedRow>(found);
      owned.set(row.id, row);
    }
  }
  return owned;
}
