import type { ApplicationDriftInput } from '@fleetcommander/backstage-plugin-fleet-node';
import type { GitQuestionState } from '../store/FleetGitStore';

/** What is known of the commits that an application lacks; nothing where there is no question. */
export function knownCommits(options: {
  /** Whether its host can be asked. */
  canAsk: boolean;
  repository: string;
  asked: GitQuestionState | undefined;
}): Pick<ApplicationDriftInput, 'commitsAhead' | 'commitsUnknown'> {
  const { canAsk, repository, asked } = options;
  if (!canAsk) {
    const { host } = new URL(repository);
    return {
      commitsUnknown: {
        pending: false,
        reason: `no integration for ${host} is configured`,
      },
    };
  }
  if (asked?.answer) {
    return { commitsAhead: asked.answer };
  }
  return {
    commitsUnknown: {
      pending: asked?.problem === undefined,
      reason: asked?.problem ?? 'Git has not been asked yet',
    },
  };
}
