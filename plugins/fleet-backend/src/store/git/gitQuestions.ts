import type { Knex } from 'knex';
import type { GitQuestionState } from '../FleetGitStore';
import { chunks, upsert } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';

interface QuestionRow {
  question: string;
  target?: string;
  answer?: string;
  problem?: string;
  failures: number;
  ask_at?: string;
}

/** What applications want to know of Git now. */
export async function takeGitQuestions(
  database: Knex,
): Promise<GitQuestionState[]> {
  await database.transaction(async trx => {
    await trx.raw(
      `insert into git_questions (question, failures)
       select distinct git_question, 0 from drift_memory
       where git_question is not null and not exists
         (select 1 from git_questions where question = git_question)
       on conflict do nothing`,
    );
    await trx('git_questions')
      .whereNotExists(
        trx('drift_memory').whereRaw('git_question = question').select('id'),
      )
      .delete();
  });
  return toStates(await database('git_questions').orderBy('question'));
}

/** What became of some questions, by question. */
export async function readGitQuestions(
  trx: Knex,
  questions: readonly string[],
): Promise<Map<string, GitQuestionState>> {
  const found: GitQuestionState[] = [];
  for (const some of chunks([...new Set(questions)])) {
    found.push(
      ...toStates(await trx('git_questions').whereIn('question', some)),
    );
  }
  return new Map(found.map(state => [state.question, state]));
}

/** Keeps what was answered, and has the applications that asked judged again where it is news to them. */
export async function writeGitAnswers(
  database: Knex,
  states: readonly GitQuestionState[],
  at: Date,
): Promise<void> {
  await database.transaction(async trx => {
    const before = await readGitQuestions(
      trx,
      states.map(({ question }) => question),
    );
    await upsert(trx, 'git_questions', states.map(toRow), {
      columns: [
        'question',
        'target',
        'answer',
        'problem',
        'failures',
        'ask_at',
      ],
      key: ['question'],
    });
    const news = states.filter(
      state => toldBy(state) !== toldBy(before.get(state.question)),
    );
    for (const some of chunks(news)) {
      await trx('drift_memory')
        .whereIn(
          'git_question',
          some.map(({ question }) => question),
        )
        .update({ ask_at: at.toISOString() });
    }
  });
}

/** A newer hash, and the time when it was asked, are no news where nothing came of them. */
function toldBy(state: GitQuestionState | undefined): string {
  const { answer, problem } = state ?? {};
  return answer
    ? JSON.stringify([answer.count, answer.count && answer.newest?.[0]])
    : problem ?? '';
}

function toRow({ askAt, answer, ...state }: GitQuestionState): QuestionRow {
  return {
    ...state,
    answer: answer && JSON.stringify(answer),
    ask_at: askAt,
  };
}

function toStates(rows: readonly object[]): GitQuestionState[] {
  return rows.map(row => {
    const { ask_at: askAt, answer, ...state } = withoutNulls<QuestionRow>(row);
    return { ...state, askAt, answer: answer && JSON.parse(answer) };
  });
}
