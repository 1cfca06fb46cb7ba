import { act } from './actions';
import { pullRequestOf, repositoryOf, type PageRequest } from './PageRequest';
import { proposeEdit } from './proposeEdit';

interface Form {
  /** As in a route of the API. */
  path: string;
  /** The page that it is on. */
  page(path: string): string;
  /** Does what it says, as whom the reader acts; answers where they go on. */
  send(request: PageRequest): Promise<string>;
}

/** What can be sent from pages. */
export const forms: readonly Form[] = [
  {
    path: '/{owner}/{name}/pull/{number}/{action}',
    page: path => path.slice(0, path.lastIndexOf('/')),
    async send(request) {
      const repository = repositoryOf(request);
      const pull = pullRequestOf(request, repository);
      await act(request, repository, pull);
      return `/${repository.fullName}/pull/${pull.number}`;
    },
  },
  {
    path: '/{owner}/{name}/edit/{rest*}',
    page: path => path,
    send: proposeEdit,
  },
];
