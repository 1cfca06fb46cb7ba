import { created, noContent, ok } from '../http/ApiAnswer';
import { notFound, validationFailed } from '../http/ApiError';
import type { RepositoryRequest, WriteRequest } from '../http/ApiRequest';
import { paged } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import type { PullRequest } from '../model/PullRequest';
import { labelShape } from '../shapes/labelShape';
import { announcePull } from '../webhooks/announcePull';
import { pullOf } from './pullOf';

const ofPull = '/issues/{number}/labels';

export const labels: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/labels',
    needs: 'read',
    answer(request) {
      const { host, repository } = request;
      return paged(request, [...repository.labels.keys()], name =>
        labelShape(host, repository, name),
      );
    },
  },
  {
    method: 'POST',
    path: '/labels',
    needs: 'write',
    answer({ host, repository, fields }) {
      const name = fields.text('name');
      if (repository.labels.has(name)) {
        throw validationFailed({
          resource: 'Label',
          field: 'name',
          code: 'already_exists',
        });
      }
      repository.labels.set(name, {
        id: host.nextId(),
        name,
        color: fields.optionalText('color') ?? 'ededed',
        description: fields.optionalText('description'),
      });
      return created(labelShape(host, repository, name));
    },
  },
  {
    method: 'GET',
    path: ofPull,
    needs: 'read',
    answer: request => answerLabels(request, pullOf(request)),
  },
  {
    method: 'POST',
    path: ofPull,
    needs: 'write',
    answer(request) {
      const pull = pullOf(request);
      return label(request, pull, [
        ...pull.labels,
        ...request.fields.texts('labels'),
      ]);
    },
  },
  {
    method: 'PUT',
    path: ofPull,
    needs: 'write',
    answer: request =>
      label(request, pullOf(request), request.fields.texts('labels')),
  },
  {
    method: 'DELETE',
    path: `${ofPull}/{name}`,
    needs: 'write',
    answer(request) {
      const pull = pullOf(request);
      const { name } = request.parameters;
      if (!pull.labels.includes(name)) {
        throw notFound();
      }
      return label(
        request,
        pull,
        pull.labels.filter(item => item !== name),
      );
    },
  },
  {
    method: 'DELETE',
    path: '/labels/{name}',
    needs: 'write',
    answer({ repository, parameters }) {
      if (!repository.labels.delete(parameters.name)) {
        throw notFound();
      }
      for (const pull of repository.pulls.values()) {
        pull.labels = pull.labels.filter(name => name !== parameters.name);
      }
      return noContent();
    },
  },
];

/** A label that is new to the repository is made. */
function label(request: WriteRequest, pull: PullRequest, names: string[]) {
  const { host, repository, person } = request;
  for (const name of names) {
    if (!repository.labels.has(name)) {
      repository.labels.set(name, {
        id: host.nextId(),
        name,
        color: 'ededed',
      });
    }
  }
  pull.labels = [...new Set(names)];
  announcePull(host, repository, pull, { action: 'labeled', by: person });
  return answerLabels(request, pull);
}

function answerLabels(
  { host, repository }: RepositoryRequest,
  pull: PullRequest,
) {
  return ok(pull.labels.map(name => labelShape(host, repository, name)));
}
