import type {
  ApplicationDriftMemory,
  SourceRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { detectApplication } from '../../drift/application/detectApplication';
import { rememberApplication } from '../../drift/application/rememberApplication';
import { commitsKey, commitsQuestion } from '../../git/CommitsQuestion';
import { knownCommits } from '../../git/knownCommits';
import { readGitQuestions } from '../git/gitQuestions';
import { chunks, upsert } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import type { DriftRules } from './DriftRules';
import {
  judgedApplications,
  recordOfJudged,
  type JudgedApplication,
} from './judgedApplications';
import { placeOf } from './placedApplication';
import { writeLedger } from './writeLedger';

type Subject = JudgedApplication & {
  source_ref?: string;
  memory?: string;
  ask_at?: string;
  git_question?: string;
};

interface MemoryRow {
  id: string;
  cluster: string;
  memory?: string;
  ask_at?: string;
  git_question?: string;
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
  const due = trx('drift_memory')
    .where('ask_at', '<=', at.toISOString())
    .orderBy('ask_at')
    .limit(batch);
  const isPostgres = trx.client.config.client === 'pg';
  // What a poll is at work on, it judges itself.
  const ids: string[] = await (isPostgres
    ? due.forUpdate().skipLocked()
    : due
  ).pluck('id');
  return ids.length > 0 ? detectApplications(trx, rules, ids, at) : undefined;
}

/** Ends the drifts of applications that are gone and of their objects, and forgets what was remembered of them. */
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
      .whereIn('scope', ['application', 'override'])
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
  await holdMemories(trx, ids);
  const subjects = await readSubjects(trx, ids);
  const sources = await readSources(trx, subjects);
  const judged = subjects.map(subject => {
    const source = sources.get(`${subject.cluster}\n${subject.source_ref}`);
    const application = recordOfJudged(subject);
    const question = commitsQuestion(application, source);
    const canAsk = question && rules.canAskGit(question.repository);
    const key = canAsk ? commitsKey(question) : undefined;
    return { subject, application, source, question, key };
  });
  const asked = await readGitQuestions(
    trx,
    judged.flatMap(({ key }) => key ?? []),
  );
  const memories: MemoryRow[] = [];
  const found = judged.map(given => {
    const { subject, application, source, question, key } = given;
    const before: ApplicationDriftMemory | undefined =
      subject.memory && JSON.parse(subject.memory);
    const memory = rememberApplication({
      application,
      memory: before,
      source,
      now,
    });
    const { findings, askAgainAt, failed } = detectApplication(
      rules.detectors,
      {
        application,
        memory,
        source,
        now,
        ...(question &&
          knownCommits({
            repository: question.repository,
            canAsk: key !== undefined,
            asked: asked.get(key ?? ''),
          })),
      },
    );
    const row = {
      id: subject.id,
      cluster: subject.cluster,
      memory: memory && JSON.stringify(memory),
      ask_at: askAgainAt,
      git_question: key,
    };
    if (
      row.memory !== subject.memory ||
      row.ask_at !== subject.ask_at ||
      row.git_question !== subject.git_question
    ) {
      memories.push(row);
    }
    return {
      subject: {
        ...placeOf(subject),
        subject: subject.id,
        scope: 'application' as const,
      },
      environment: subject.environment,
      findings,
      // What a detector would have found that stumbled goes on.
      complete: failed.length === 0,
    };
  });
  await upsert(trx, 'drift_memory', memories, {
    columns: ['id', 'cluster', 'memory', 'ask_at', 'git_question'],
    key: ['id'],
  });
  return writeLedger(trx, rules, found, now);
}

/**
 * A poll and the sweep judge an application one after the other, so that neither goes by what the other has overtaken. SQLite has one
 * transaction at a time.
 */
async function holdMemories(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<void> {
  if (trx.client.config.client !== 'pg') {
    return;
  }
  await trx('drift_memory')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate()
    .select('id');
}

async function readSubjects(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Subject[]> {
  const rows: object[] = await judgedApplications(trx)
    .leftJoin('drift_memory', 'drift_memory.id', 'applications.id')
    .whereIn('applications.id', [...ids])
    .select(
      'applications.source_ref',
      'drift_memory.memory',
      'drift_memory.ask_at',
      'drift_memory.git_question',
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
