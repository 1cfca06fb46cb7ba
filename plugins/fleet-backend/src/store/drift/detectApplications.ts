import type {
  ApplicationDriftMemory,
  ApplicationRecord,
  SourceRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { detectApplication } from '../../drift/application/detectApplication';
import { rememberApplication } from '../../drift/application/rememberApplication';
import type { StoredApplication, StoredDetail } from '../poll/toRecordRow';
import type { ApplicationRow } from '../rows/ApplicationRow';
import { chunks, upsert } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import type { DriftRules } from './DriftRules';
import { writeLedger } from './writeLedger';

type Subject = Pick<
  ApplicationRow,
  | 'id'
  | 'engine'
  | 'kind'
  | 'cluster'
  | 'at_cluster'
  | 'target_cluster'
  | 'namespace'
  | 'target_namespace'
  | 'name'
  | 'delivery_key'
  | 'source_ref'
> & {
  environment?: string;
  data: string;
  detail?: string;
  memory?: string;
  ask_at?: string;
};

interface MemoryRow {
  id: string;
  cluster: string;
  memory?: string;
  ask_at?: string;
}

/**
 * Asks the detectors of applications that are stored, and writes what they find. Answers how many drifts began, changed or ended.
 */
export async function detectApplications(
  trx: Knex.Transaction,
  rules: DriftRules,
  ids: readonly string[],
  at: Date,
): Promise<number> {
  let written = 0;
  for (const some of chunks(ids)) {
    written += await detectSome(trx, rules, some, at.toISOString());
  }
  return written;
}

const batch = 200;

/** As {@link detectApplications}, of some that are due; undefined when none is due any more. */
export async function detectDueApplications(
  trx: Knex.Transaction,
  rules: DriftRules,
  at: Date,
): Promise<number | undefined> {
  const ids: string[] = await trx('drift_memory')
    .where('ask_at', '<=', at.toISOString())
    .orderBy('id')
    .limit(batch)
    .pluck('id');
  return ids.length > 0 ? detectApplications(trx, rules, ids, at) : undefined;
}

/** Ends the drifts of applications that are gone, and forgets what was remembered of them. */
export async function endDriftsOf(
  trx: Knex.Transaction,
  ids: readonly string[],
  at: Date,
): Promise<number> {
  let ended = 0;
  for (const some of chunks(ids)) {
    await trx('drift_memory').whereIn('id', some).delete();
    ended += await trx('drifts')
      .whereIn('record_id', some)
      .whereNull('ended_at')
      .update({ ended_at: at.toISOString(), seen_at: at.toISOString() });
  }
  return ended;
}

async function detectSome(
  trx: Knex.Transaction,
  rules: DriftRules,
  ids: readonly string[],
  now: string,
): Promise<number> {
  const subjects = await readSubjects(trx, ids);
  const sources = await readSources(trx, subjects);
  const memories: MemoryRow[] = [];
  const found = subjects.map(subject => {
    const source = sources.get(`${subject.cluster}\n${subject.source_ref}`);
    const verdict = judge(rules, subject, source, now);
    const { memory, findings, askAgainAt, failed } = verdict;
    const row = {
      id: subject.id,
      cluster: subject.cluster,
      memory: memory && JSON.stringify(memory),
      ask_at: askAgainAt,
    };
    if (row.memory !== subject.memory || row.ask_at !== subject.ask_at) {
      memories.push(row);
    }
    return {
      subject: {
        subject: subject.id,
        scope: 'application' as const,
        record_id: subject.id,
        engine: subject.engine,
        application_kind: subject.kind,
        cluster: subject.cluster,
        at_cluster: subject.at_cluster,
        target_cluster: subject.target_cluster,
        namespace: subject.namespace,
        target_namespace: subject.target_namespace,
        name: subject.name,
        delivery_key: subject.delivery_key,
      },
      environment: subject.environment,
      findings,
      // What a detector would have found that stumbled goes on.
      complete: failed.length === 0,
    };
  });
  await upsert(trx, 'drift_memory', memories, {
    columns: ['id', 'cluster', 'memory', 'ask_at'],
    key: ['id'],
  });
  return writeLedger(trx, rules, found, now);
}

function judge(
  { detectors }: DriftRules,
  { data, detail, memory: stored }: Subject,
  source: SourceRecord | undefined,
  now: string,
) {
  const application: ApplicationRecord = {
    ...(JSON.parse(data) as StoredApplication),
    ...(JSON.parse(detail ?? '{"resources":[],"history":[]}') as StoredDetail),
  };
  const before: ApplicationDriftMemory | undefined =
    stored && JSON.parse(stored);
  const memory = rememberApplication({
    application,
    memory: before,
    source,
    now,
  });
  return {
    memory,
    ...detectApplication(detectors, { application, memory, source, now }),
  };
}

async function readSubjects(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Subject[]> {
  const rows: object[] = await trx('applications')
    .join('records', 'records.id', 'applications.id')
    .leftJoin('drift_memory', 'drift_memory.id', 'applications.id')
    .leftJoin('clusters', 'clusters.name', 'applications.target_cluster')
    .whereIn('applications.id', [...ids])
    .orderBy('applications.id')
    .select(
      'applications.id',
      'applications.engine',
      'applications.kind',
      'applications.cluster',
      'applications.at_cluster',
      'applications.target_cluster',
      'applications.namespace',
      'applications.target_namespace',
      'applications.name',
      'applications.delivery_key',
      'applications.source_ref',
      'clusters.environment',
      'records.data',
      'records.detail',
      'drift_memory.memory',
      'drift_memory.ask_at',
    );
  return rows.map(row => withoutNulls<Subject>(row));
}

/** By cluster and source ref. */
async function readSources(
  trx: Knex.Transaction,
  subjects: readonly Subject[],
): Promise<Map<string, SourceRecord>> {
  const followers = subjects.filter(({ source_ref: ref }) => ref);
  if (followers.length === 0) {
    return new Map();
  }
  const wanted = new Set(
    followers.map(({ cluster, source_ref: ref }) => `${cluster}\n${ref}`),
  );
  const rows: { cluster: string; data: string }[] = await trx('records')
    .whereRaw("type = 'source'")
    .whereIn('cluster', [...new Set(followers.map(({ cluster }) => cluster))])
    .select('cluster', 'data');
  return new Map(
    rows.flatMap(({ cluster, data }) => {
      const source: SourceRecord = JSON.parse(data);
      const { kind, namespace, name } = source;
      const key = `${cluster}\n${kind}/${namespace}/${name}`;
      return wanted.has(key) ? [[key, source] as const] : [];
    }),
  );
}
