/** What a branch demands before a pull request is merged into it. @public */
export interface GitBranchRules {
  /** Names of checks and statuses that have to pass. Undefined: the host does not tell. */
  requiredChecks?: string[];
  /** Of those, what others than the App of the integration may report as well. Undefined: none, or the host does not tell which are required. */
  openChecks?: string[];
  /** Undefined: the host does not tell. */
  requiredApprovals?: number;
  /** Whether owners of files have to approve. Undefined: the host does not tell. */
  requiresOwners?: boolean;
  /** Whether commits have to be signed. Undefined: the host does not tell. */
  requiresSignatures?: boolean;
  /** Why some of it is not known, and what would have to be allowed. */
  unknown?: string;
}
