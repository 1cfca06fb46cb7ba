import type { CommitsAhead } from '@fleetcommander/backstage-plugin-fleet-node';

/** A question to a Git host, and what became of it so far. */
export interface GitQuestionState {
  /** See `commitsKey`. */
  question: string;
  /** The hash of the ref that was answered for. */
  target?: string;
  answer?: CommitsAhead;
  /** Why there is no answer, or no newer one. */
  problem?: string;
  /** In a row. */
  failures: number;
  /** Not before; where it failed. */
  askAt?: string;
}

/** The side of the store that keeps what Git was asked and answered. */
export interface FleetGitStore {
  /** What applications want to know now. Questions that none asks any more are forgotten with their answers. */
  takeGitQuestions(): Promise<GitQuestionState[]>;
  /** Keeps what was answered; the applications that asked are judged again where it is news to them. */
  writeGitAnswers(states: readonly GitQuestionState[]): Promise<void>;
}
