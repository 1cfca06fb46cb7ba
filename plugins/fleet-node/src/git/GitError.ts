/**
 * Why a Git host did not give what was asked. `revision-gone`: force-pushed or pruned, or never there. `not-found`: there is none, or
 * it may not be read, which hosts do not tell apart. `branch-taken`: others have commits there, or asked for another change. `base-moved`: a file that was read is another by
 * now. `nothing-to-change`: the base is like that already.
 *
 * @public
 */
export type GitProblem =
  | 'no-integration'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'revision-gone'
  | 'moved'
  | 'throttled'
  | 'unreachable'
  | 'broken-answer'
  | 'branch-taken'
  | 'branch-protected'
  | 'base-moved'
  | 'base-missing'
  | 'invalid-change'
  | 'nothing-to-change';

/** A question to a Git host failed; the message says what to do, and holds no credentials. @public */
export class GitError extends Error {
  /** Tells it from other errors across packages. */
  readonly name = 'GitError';
  /** What kind of failure it is. */
  readonly problem: GitProblem;
  /** From when on a host that throttles answers again, where it says so. */
  readonly retryAt?: Date;

  constructor(
    problem: GitProblem,
    message: string,
    options?: { retryAt?: Date },
  ) {
    super(message);
    this.problem = problem;
    this.retryAt = options?.retryAt;
  }
}
