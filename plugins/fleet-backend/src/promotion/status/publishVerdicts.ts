import type { PromotionPullRequest } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GitHost,
  GitPullRequest,
  GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Verdicts } from '../../store/FleetPromotionStore';
import { evidenceTable, replaceEvidence } from '../body/evidenceTable';
import { areOpen } from '../areOpen';
import { statusOf } from './statusOf';

type Git = { host: GitHost; repository: GitRepository };

/** What is published of verdicts. */
export interface Published extends Verdicts {
  /** Name of the status. */
  context: string;
  /** Its page in the portal. */
  url?: string;
  /** Whether it was opened as a draft to wait for the gates. */
  wasDraft: boolean;
}

/** Has the head of a pull request say how its gates stand, whoever said otherwise since. */
export async function publishStatus(
  { host, repository }: Git,
  { head: revision }: Pick<GitPullRequest, 'head'>,
  { gates, context, url }: Pick<Published, 'gates' | 'context' | 'url'>,
): Promise<void> {
  await host.setStatus(repository, {
    revision,
    context,
    url,
    ...statusOf(gates),
  });
}

/** Has a pull request say how its gates stand: as one commit status, in its body, and by being a draft no more when all are open. */
export async function publishVerdicts(
  git: Git,
  pullRequest: Pick<
    GitPullRequest,
    'number' | 'head' | 'body' | 'draft' | 'base'
  > &
    Partial<Pick<PromotionPullRequest, 'url'>>,
  options: Published,
): Promise<void> {
  const { host, repository } = git;
  const { gates, enforcement, context, wasDraft } = options;
  const { number, base, draft } = pullRequest;
  await publishStatus(git, pullRequest, options);
  const body = replaceEvidence(
    pullRequest.body,
    evidenceTable(gates, { enforcement, base, context }),
  );
  const ready = wasDraft && draft && areOpen(gates);
  if (ready || (body !== undefined && body !== pullRequest.body)) {
    await host.updatePullRequest(repository, number, {
      body,
      ready: ready || undefined,
    });
  }
}
