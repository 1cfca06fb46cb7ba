import {
  GitError,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import pLimit from 'p-limit';
import type { FleetGitStore, GitQuestionState } from '../store/FleetGitStore';
import { parseCommitsKey, type CommitsQuestion } from './CommitsQuestion';
import { CommitsTurn, headKey, type Head } from './CommitsTurn';
import { sourcePaths } from './sourcePaths';

const atOnce = 4;
/** Each is a handful of requests. */
const mostQuestions = 100;
const headAgeMs = 5 * 60_000;
/** What Git has just got is on its way to most clusters, and needs no question. */
const settleMs = 5 * 60_000;
const backoffMs = 60_000;
const mostDoublings = 6;
/** After so many failures in a row, what was answered before is too old to go by. */
const mostFailures = 5;
const mostCommits = 5;

const isHash = /^[0-9a-f]{40}$/;

/**
 * Asks Git how many commits the clusters lack, at a pace of its own: once for all applications that have the same of the same path,
 * and again only when the branch has moved.
 */
export class CommitsReader {
  readonly #store: FleetGitStore;
  readonly #hosts: GitHosts;
  readonly #now: () => number;
  #heads = new Map<string, Head>();

  constructor(options: {
    store: FleetGitStore;
    hosts: GitHosts;
    /** In milliseconds. */
    now?: () => number;
  }) {
    this.#store = options.store;
    this.#hosts = options.hosts;
    this.#now = options.now ?? Date.now;
  }

  /** Asks what is due. */
  async turn(): Promise<void> {
    const questions = await this.#store.takeGitQuestions();
    const turn = new CommitsTurn();
    const limit = pLimit(atOnce);
    const answers = await Promise.all(
      questions.map(state => limit(() => this.#answer(state, turn))),
    );
    this.#heads = new Map(
      [...this.#heads].filter(([key]) => turn.heads.has(key)),
    );
    await this.#store.writeGitAnswers(
      answers.filter(state => state !== undefined),
    );
  }

  /** Undefined when nothing is new of it. */
  async #answer(
    state: GitQuestionState,
    turn: CommitsTurn,
  ): Promise<GitQuestionState | undefined> {
    const question = parseCommitsKey(state.question);
    const { host } = new URL(question.repository);
    const isDue = !state.askAt || Date.parse(state.askAt) <= this.#now();
    if (!isDue || turn.throttled.has(host)) {
      return undefined;
    }
    try {
      const head = await turn.head(question, () => this.#headOf(question));
      if (head.revision === state.target && state.failures === 0) {
        return undefined;
      }
      const { from } = question;
      if (head.revision !== from) {
        const isSettled = this.#now() >= head.movedAt + settleMs;
        if (!isSettled || turn.questions >= mostQuestions) {
          return undefined;
        }
        turn.questions += 1;
      }
      return {
        question: state.question,
        target: head.revision,
        failures: 0,
        ...(head.revision === from
          ? { answer: { count: 0, revision: from, askedAt: this.#time() } }
          : await this.#commits(question, head.revision)),
      };
    } catch (error) {
      return this.#failed(state, turn, error);
    }
  }

  async #commits(
    { repository: url, path, from, ref }: CommitsQuestion,
    revision: string,
  ): Promise<Pick<GitQuestionState, 'answer' | 'problem'>> {
    const { host, repository } = this.#hosts.find(url);
    const range = await host.commits(repository, {
      paths: await sourcePaths(host, repository, { path, revision }),
      from,
      to: revision,
    });
    if (range.diverged) {
      return {
        problem: `what is applied is no longer part of ${ref}: it was force-pushed`,
      };
    }
    const { commits, more } = range;
    return {
      answer: {
        count: commits.length,
        more,
        since: commits.at(-1)?.at,
        newest: commits.slice(0, mostCommits),
        url: range.url,
        revision,
        askedAt: this.#time(),
      },
    };
  }

  async #headOf({ repository: url, ref }: CommitsQuestion): Promise<Head> {
    if (isHash.test(ref)) {
      return { revision: ref, askedAt: 0, movedAt: 0 };
    }
    const key = headKey({ repository: url, ref });
    const known = this.#heads.get(key);
    const now = this.#now();
    if (known && now < known.askedAt + headAgeMs) {
      return known;
    }
    const { host, repository } = this.#hosts.find(url);
    const revision = await host.headOf(repository, ref);
    const hasMoved = known && known.revision !== revision;
    const head = {
      revision,
      askedAt: now,
      movedAt: hasMoved ? now : known?.movedAt ?? 0,
    };
    this.#heads.set(key, head);
    return head;
  }

  #failed(
    state: GitQuestionState,
    turn: CommitsTurn,
    error: unknown,
  ): GitQuestionState {
    const { question, target, answer } = state;
    const failures = state.failures + 1;
    const delay = backoffMs * 2 ** Math.min(failures - 1, mostDoublings);
    const soonest = new Date(this.#now() + delay);
    if (!(error instanceof GitError)) {
      return {
        question,
        failures,
        problem: String(error),
        askAt: soonest.toISOString(),
      };
    }
    const { problem, message, retryAt } = error;
    if (problem === 'throttled') {
      turn.throttled.add(new URL(parseCommitsKey(question).repository).host);
    }
    const stands =
      problem !== 'revision-gone' &&
      problem !== 'not-found' &&
      failures < mostFailures;
    return {
      question,
      target: stands ? target : undefined,
      answer: stands ? answer : undefined,
      problem: message,
      failures,
      askAt: (retryAt && retryAt > soonest ? retryAt : soonest).toISOString(),
    };
  }

  #time(): string {
    return new Date(this.#now()).toISOString();
  }
}
