import type { ApiAnswer } from './ApiAnswer';
import type { ApiRequest, RepositoryRequest, WriteRequest } from './ApiRequest';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call of the API. In its path `{name}` is a segment and `{name*}` the rest. */
interface RouteOf<Request> {
  method: Method;
  path: string;
  answer: (request: Request) => ApiAnswer | Promise<ApiAnswer>;
}

export type HostRoute = RouteOf<ApiRequest>;

/** Below `/repos/{owner}/{repo}`. */
export type RepositoryRoute =
  | (RouteOf<RepositoryRequest> & { needs: 'read' })
  | (RouteOf<WriteRequest> & { needs: 'write' | 'admin' });

const expressions = new Map<string, RegExp>();

/** The parameters of a path that a pattern describes. Throws a URIError where it is not encoded well. */
export function matchPath(
  pattern: string,
  path: string,
): Record<string, string> | undefined {
  let expression = expressions.get(pattern);
  if (!expression) {
    const source = pattern
      .replace(/[.+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{(\w+)\*\}/g, '(?<$1>.+)')
      .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    expression = new RegExp(`^${source}/?$`);
    expressions.set(pattern, expression);
  }
  const groups = expression.exec(path)?.groups;
  const isMatch = groups !== undefined || expression.test(path);
  return isMatch
    ? Object.fromEntries(
        Object.entries(groups ?? {}).map(([name, value]) => [
          name,
          decodeURIComponent(value),
        ]),
      )
    : undefined;
}
