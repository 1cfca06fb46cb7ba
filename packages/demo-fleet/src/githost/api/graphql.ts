import { type ApiAnswer, ok } from '../http/ApiAnswer';
import { ApiError } from '../http/ApiError';
import type { ApiRequest } from '../http/ApiRequest';
import type { HostRoute } from '../http/Route';
import { nodeId } from '../shapes/nodeId';
import { announcePull } from '../webhooks/announcePull';

const known =
  /^mutation ?(?:\w+ ?)?(?:\( ?\$(\w+) ?: ?ID ?! ?\) ?)?\{ ?markPullRequestReadyForReview ?\( ?input ?: ?\{ ?pullRequestId ?: ?(?:\$(\w+)|"([^"]*)") ?\} ?\) ?\{ ?(?:clientMutationId|pullRequest ?\{ ?isDraft ?\}) ?\} ?\}$/;

/** The one call that GitHub's REST API has no words for. */
export const graphql: HostRoute[] = [
  {
    method: 'POST',
    path: '/graphql',
    async answer(request) {
      const { person, fields } = request;
      if (!person) {
        throw new ApiError(401, 'Requires authentication');
      }
      const query = fields.text('query').replace(/\s+/g, ' ').trim();
      const [isKnown, declared, variable, literal] = known.exec(query) ?? [];
      if (!isKnown || declared !== variable) {
        return failure(
          'undefinedField',
          `The demo's Git host answers markPullRequestReadyForReview alone, asked for pullRequest { isDraft }, and not: ${query}`,
        );
      }
      const id = variable
        ? fields.object('variables')?.text(variable)
        : literal;
      return markReady({ ...request, person }, id ?? '');
    },
  },
];

async function markReady(
  { host, person }: Required<Pick<ApiRequest, 'host' | 'person'>>,
  id: string,
): Promise<ApiAnswer> {
  for (const repository of host.repositories.values()) {
    const pull = [...repository.pulls.values()].find(
      item => nodeId('PullRequest', item.id) === id,
    );
    if (!pull || !person?.may('read', repository.fullName)) {
      continue;
    }
    if (!person.may('write', repository.fullName)) {
      return failure(
        'FORBIDDEN',
        `${person.login} does not have the correct permissions to execute \`MarkPullRequestReadyForReview\``,
      );
    }
    return repository.exclusively(async () => {
      if (pull.state === 'closed') {
        return failure('UNPROCESSABLE', 'Pull request is closed');
      }
      if (pull.draft) {
        pull.draft = false;
        pull.updatedAt = new Date();
        announcePull(host, repository, pull, {
          action: 'ready_for_review',
          by: person,
        });
      }
      return ok({
        data: {
          markPullRequestReadyForReview: { pullRequest: { isDraft: false } },
        },
      });
    });
  }
  return failure(
    'NOT_FOUND',
    `Could not resolve to a node with the global id of '${id}'`,
  );
}

/** GraphQL says in the body what went wrong. */
function failure(type: string, message: string): ApiAnswer {
  return ok({
    data: { markPullRequestReadyForReview: null },
    errors: [{ type, path: ['markPullRequestReadyForReview'], message }],
  });
}
