import {
  policyModes,
  policySeverities,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  PolicyBindingRecord,
  PolicyRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { FoldedChange } from '../poll/foldChange';
import { policyColumns, type PolicyRow } from '../rows/PolicyRow';
import { chunks, upsert } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { usualSeverity } from './BrokenPolicies';
import { modeOf } from './modeOf';
import { policyKey } from './policyKey';

/** Makes the kind of which a constraint is. */
const template = 'ConstraintTemplate';

/** A policy with the id of its record. */
interface Standing {
  id: string;
  record: PolicyRecord;
}

/**
 * Brings the table of policies up to date with the records of one cluster, which are written already. Answers the names that
 * reports have for those that came, changed or went.
 */
export async function writePolicies(
  trx: Knex.Transaction,
  cluster: string,
  folded: FoldedChange,
): Promise<Set<string>> {
  const gone = folded.gone.filter(({ type }) => type === 'policy');
  for (const some of chunks(gone.map(({ id }) => id))) {
    await trx('policies').whereIn('id', some).delete();
    await trx('policy_controls').whereIn('policy_id', some).delete();
  }
  const policies = bindsAnew(folded)
    ? await readStandings(trx, cluster)
    : folded.written.flatMap(({ row, record }): Standing[] =>
        record.type === 'policy' ? [{ id: row.id, record }] : [],
      );
  const names = new Set(gone.flatMap(namesOf));
  if (policies.length === 0) {
    return names;
  }
  const around = await readAround(trx, cluster);
  const rows = policies.map(standing => toRow(cluster, standing, around));
  await upsert(trx, 'policies', rows, { columns: policyColumns, key: ['id'] });
  for (const some of chunks(rows)) {
    await trx('policy_controls')
      .whereIn(
        'policy_id',
        some.map(({ id }) => id),
      )
      .delete();
  }
  await upsert(
    trx,
    'policy_controls',
    policies.flatMap(({ id, record }) =>
      record.controls.map(control => ({ control, cluster, policy_id: id })),
    ),
    {
      columns: ['control', 'cluster', 'policy_id'],
      key: ['control', 'cluster', 'policy_id'],
    },
  );
  rows.flatMap(namesOf).forEach(name => names.add(name));
  return names;
}

function namesOf({ namespace, name }: { namespace?: string; name: string }) {
  return namespace ? [name, `${namespace}/${name}`] : [name];
}

/** Whether something changed that tells of other policies what they do. */
function bindsAnew({ written, gone }: FoldedChange): boolean {
  return [...written.map(({ row }) => row), ...gone].some(
    ({ type, kind }) => type === 'policy-binding' || kind === template,
  );
}

/** What of a cluster tells what its policies do, besides themselves. */
interface Around {
  /** By kind and name of the policy. */
  bindings: ReadonlyMap<string, PolicyBindingRecord[]>;
  /** Names, which are the kinds of constraints in lower case; absent where they have not been read. */
  templates?: ReadonlySet<string>;
}

async function readAround(trx: Knex, cluster: string): Promise<Around> {
  const rows: { data: string }[] = await trx('records')
    .whereRaw("type = 'policy-binding'")
    .where({ cluster })
    .select('data');
  const bindings = rows.map(
    ({ data }): PolicyBindingRecord => JSON.parse(data),
  );
  const read = await trx('collections')
    .where({ cluster, kind: template, outcome: 'ok' })
    .whereNotNull('proven_at')
    .first('collection');
  const templates: string[] = read
    ? await trx('records')
        .where({ cluster, collection: read.collection })
        .pluck('name')
    : [];
  return {
    bindings: groupBy(
      bindings,
      ({ policyKind, policyName }) => `${policyKind}/${policyName}`,
    ),
    templates: read && new Set(templates),
  };
}

async function readStandings(trx: Knex, cluster: string): Promise<Standing[]> {
  const rows: { id: string; data: string }[] = await trx('records')
    .whereRaw("type = 'policy'")
    .where({ cluster })
    .select('id', 'data');
  return rows.map(({ id, data }) => ({ id, record: JSON.parse(data) }));
}

function toRow(
  cluster: string,
  { id, record }: Standing,
  { bindings: bound, templates }: Around,
): PolicyRow {
  const { engine, kind, namespace, name, template: needs } = record;
  const bindings = [
    ...record.bindings,
    ...(bound.get(`${kind}/${name}`) ?? []).flatMap(item => item.bindings),
  ];
  const mode = modeOf(bindings);
  const orphaned =
    needs !== undefined && templates?.has(needs.toLowerCase()) === false;
  const ready = record.state === 'healthy' && !orphaned;
  const reason = orphaned
    ? `its ${template} ${needs.toLowerCase()} is gone`
    : record.summary;
  return {
    id,
    cluster,
    engine,
    kind,
    namespace,
    name,
    key: policyKey(record),
    type: record.policyType,
    mode,
    strength: policyModes.indexOf(mode),
    ready,
    not_ready: ready ? undefined : reason,
    bindings: JSON.stringify(bindings),
    content_hash: record.contentHash,
    severity: record.severity,
    rank: policySeverities.indexOf(record.severity ?? usualSeverity),
    category: record.category,
    title: record.title ?? name,
    controls: JSON.stringify(record.controls),
  };
}
