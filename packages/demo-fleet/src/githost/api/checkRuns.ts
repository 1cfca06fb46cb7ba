import { created, ok } from '../http/ApiAnswer';
import { notFound } from '../http/ApiError';
import type { WriteRequest } from '../http/ApiRequest';
import { cutPage, linksTo, pageOf } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import { latestCheckRuns, type CheckRun } from '../model/checks';
import { checkRunShape } from '../shapes/statusShape';
import { announce } from '../webhooks/announce';
import { commitOf } from './commitOf';

const states = ['queued', 'in_progress', 'completed'] as const;
const conclusions = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'stale',
  'timed_out',
] as const;

export const checkRuns: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/commits/{ref}/check-runs',
    needs: 'read',
    async answer(request) {
      const { host, repository, parameters, url } = request;
      const sha = await commitOf(repository, parameters.ref);
      const name = url.searchParams.get('check_name');
      const runs = latestCheckRuns(repository, sha).filter(
        run => !name || run.name === name,
      );
      const page = pageOf(request);
      return {
        ...ok({
          total_count: runs.length,
          check_runs: cutPage(runs, page).map(run =>
            checkRunShape(host, repository, run),
          ),
        }),
        headers: linksTo(request, page, runs.length),
      };
    },
  },
  {
    method: 'POST',
    path: '/check-runs',
    needs: 'write',
    async answer(request) {
      const { host, repository, fields } = request;
      const run: CheckRun = {
        id: host.nextId(),
        sha: await commitOf(repository, fields.text('head_sha')),
        name: fields.text('name'),
        status: 'queued',
        startedAt: new Date(),
      };
      update(request, run);
      repository.checkRuns.push(run);
      return created(tell(request, run, 'created'));
    },
  },
  {
    method: 'PATCH',
    path: '/check-runs/{id}',
    needs: 'write',
    answer(request) {
      const { repository, parameters } = request;
      const run = repository.checkRuns.find(
        ({ id }) => id === Number(parameters.id),
      );
      if (!run) {
        throw notFound();
      }
      update(request, run);
      return ok(
        tell(
          request,
          run,
          run.status === 'completed' ? 'completed' : 'created',
        ),
      );
    },
  },
];

function update({ fields }: WriteRequest, run: CheckRun): void {
  const conclusion = fields.oneOf('conclusion', conclusions);
  const output = fields.object('output');
  run.status = conclusion
    ? 'completed'
    : fields.oneOf('status', states) ?? run.status;
  run.conclusion = conclusion ?? run.conclusion;
  run.completedAt = run.status === 'completed' ? new Date() : undefined;
  run.detailsUrl = fields.optionalText('details_url') ?? run.detailsUrl;
  run.title = output?.optionalText('title') ?? run.title;
  run.summary = output?.optionalText('summary') ?? run.summary;
}

function tell(
  { host, repository, person }: WriteRequest,
  run: CheckRun,
  action: string,
) {
  const shape = checkRunShape(host, repository, run);
  announce(host, repository, 'check_run', {
    action,
    check_run: shape,
    by: person,
  });
  return shape;
}
