import type { GitHost } from '../GitHost';
import { instant } from '../git/commits';
import type { CheckRun, CommitStatus } from '../model/checks';
import type { HostedRepository } from '../model/HostedRepository';
import { nodeId } from './nodeId';
import { userShape } from './userShape';

export function statusShape(
  host: GitHost,
  { fullName }: HostedRepository,
  status: CommitStatus,
) {
  return {
    url: `${host.apiUrl}/repos/${fullName}/statuses/${status.sha}`,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    avatar_url: '',
    state: status.state,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    context: status.context,
    created_at: instant(status.createdAt),
    updated_at: instant(status.createdAt),
    creator: userShape(host, status.creator),
  };
}

export function checkRunShape(
  host: GitHost,
  { fullName }: HostedRepository,
  run: CheckRun,
) {
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    name: run.name,
    head_sha: run.sha,
    external_id: '',
    url: `${host.apiUrl}/repos/${fullName}/check-runs/${run.id}`,
    html_url: `${host.url}/${fullName}/runs/${run.id}`,
    details_url: run.detailsUrl ?? null,
    status: run.status,
    conclusion: run.conclusion ?? null,
    started_at: instant(run.startedAt),
    completed_at: run.completedAt ? instant(run.completedAt) : null,
    output: {
      title: run.title ?? null,
      summary: run.summary ?? null,
      text: null,
      annotations_count: 0,
      annotations_url: `${host.apiUrl}/repos/${fullName}/check-runs/${run.id}/annotations`,
    },
    check_suite: null,
    app: null,
    pull_requests: [],
  };
}
