import { badRequest } from '../statusErrors';

export type Verb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete'
  | 'deletecollection';

/** A request for objects, as its path and method say; whether the resource is served is another question. */
export interface ResourceRequest {
  verb: Verb;
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

const verbs: Record<string, [onCollection: Verb, onObject: Verb]> = {
  GET: ['list', 'get'],
  POST: ['create', 'create'],
  PUT: ['update', 'update'],
  PATCH: ['patch', 'patch'],
  DELETE: ['deletecollection', 'delete'],
};

/** Undefined for paths that are not about objects, such as discovery's. */
export function parseResourceRequest(
  method: string,
  url: URL,
): ResourceRequest | undefined {
  const segments = decodeSegments(url.pathname);
  const [root, ...afterRoot] = segments;
  if (root !== 'api' && root !== 'apis') {
    return undefined;
  }
  const [group, version, ...path] =
    root === 'api' ? ['', ...afterRoot] : afterRoot;
  if (!version || path.length === 0) {
    return undefined;
  }
  const target = parseTarget(path);
  const [onCollection, onObject] = verbs[method] ?? [];
  const verb = target.name === undefined ? onCollection : onObject;
  if (!verb) {
    return undefined;
  }
  const watches = verb === 'list' && isTrue(url.searchParams.get('watch'));
  return {
    verb: watches ? 'watch' : verb,
    group,
    version,
    ...target,
  };
}

export function isTrue(parameter: string | null): boolean {
  return parameter === 'true' || parameter === '1';
}

function parseTarget(
  path: string[],
): Pick<ResourceRequest, 'plural' | 'namespace' | 'name' | 'subresource'> {
  const isNamespaced =
    path[0] === 'namespaces' &&
    path.length > 2 &&
    path[2] !== 'status' &&
    path[2] !== 'finalize';
  const [plural, name, subresource] = isNamespaced ? path.slice(2) : path;
  const namespace = isNamespaced ? path[1] : undefined;
  return { plural, namespace, name, subresource };
}

function decodeSegments(pathname: string): string[] {
  try {
    return pathname
      .split('/')
      .filter(segment => segment !== '')
      .map(decodeURIComponent);
  } catch {
    throw badRequest(`the path ${pathname} is not properly encoded`);
  }
}
