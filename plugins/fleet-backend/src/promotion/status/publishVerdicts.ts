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

/** Has a pull request say how its gates stand: as one commit status, in its body, and by being a draft no more when all are open. */
export async function publishVerdicts(
  git: { host: GitHost; repository: GitRepository },
  pullRequest: Pick<
    GitPullRequest,
    'number' | 'head' | 'body' | 'draft' | 'base'
  > &
    Partial<Pick<PromotionPullRequest, 'url'>>,
  options: Verdicts & {
    /** Name of the status. */
    context: string;
    /** Its page in the portal. */
    url?: string;
    /** Whether it was opened as a draft to wait for the gates. */
    wasDraft: boolean;
  },
): Promise<void> {
  const { host, repository } = git;
  const { gates, enforcement, context, url, wasDraft } = options;
  const { number, head, base, draft } = pullRequest;
  await host.setStatus(repository, {
    revision: head,
    context,
    url,
    ...statusOf(gates),
  });
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
