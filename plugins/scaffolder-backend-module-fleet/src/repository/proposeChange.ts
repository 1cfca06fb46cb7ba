import {
  GitError,
  readChange,
  type GitChange,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetRepository } from './FleetRepositories';

/** What became of a change, in what a checkpoint can keep. */
export type ProposedChange = {
  outcome: 'opened' | 'updated' | 'unchanged' | 'nothing-to-change';
  url?: string;
  number?: number;
  /** Who asked for it, by what the pull request says of itself. */
  requester?: string;
  /** What else whoever asked should know. */
  remarks: string[];
};

/** Opens the pull request of a change, or finds and updates it. That it is merged already is no failure. */
export async function proposeChange(
  { host, repository }: FleetRepository,
  change: GitChange,
): Promise<ProposedChange> {
  try {
    const { pullRequest, outcome, closedBefore, problems } = await host.propose(
      repository,
      change,
    );
    return {
      outcome,
      url: pullRequest.url,
      number: pullRequest.number,
      requester: readChange(pullRequest.body)?.requester,
      remarks: closedBefore
        ? [
            `${closedBefore.url} asked for it before and was closed`,
            ...problems,
          ]
        : problems,
    };
  } catch (error) {
    if (error instanceof GitError && error.problem === 'nothing-to-change') {
      return { outcome: 'nothing-to-change', remarks: [error.message] };
    }
    throw error;
  }
}
