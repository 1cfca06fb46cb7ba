import type { GitBranchRules } from '../../GitBranchRules';

/** What one of GitHub's two ways of guarding a branch demands. */
export interface GuardRules extends Omit<GitBranchRules, 'requiredChecks'> {
  requiredChecks?: GuardCheck[];
}

/** A check that one of them demands. */
export interface GuardCheck {
  context: string;
  /** Id of the App that alone may report it; absent: whoever may write. */
  app?: number;
}
