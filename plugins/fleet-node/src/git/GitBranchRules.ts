/**
 * Whose word a branch takes for a check: that of the `own-app` of the integration alone, of `another-app` alone, of `anybody` who may
 * write; of `unknown` the host does not tell which App the integration is of.
 *
 * @public
 */
export type GitCheckReporter =
  | 'own-app'
  | 'another-app'
  | 'anybody'
  | 'unknown';

/** A check or status that has to pass. @public */
export interface GitRequiredCheck {
  /** As it reports itself. */
  name: string;
  /** Whose word for it counts. */
  from: GitCheckReporter;
}

/** What a branch demands before a pull request is merged into it. @public */
export interface GitBranchRules {
  /** Each name once. Undefined: the host does not tell. */
  requiredChecks?: GitRequiredCheck[];
  /** Undefined: the host does not tell. */
  requiredApprovals?: number;
  /** Whether owners of files have to approve. Undefined: the host does not tell. */
  requiresOwners?: boolean;
  /** Whether commits have to be signed. Undefined: the host does not tell. */
  requiresSignatures?: boolean;
  /** Why some of it is not known, and what would have to be allowed. */
  unknown?: string;
}
