import type { IncomingMessage } from 'node:http';
import type { ResourceRequest } from './ResourceRequest';
import { seededToken } from '../seeded';
import {
  qualifiedResource,
  StatusError,
  unauthorized,
  type ErrorSubject,
} from '../statusErrors';

/**
 * What a token may do: `reader` reads all but Secrets; `operator` may also patch what delivers applications; `admin` may do all.
 *
 * @public
 */
export type Role = 'admin' | 'operator' | 'reader';

export const roles: readonly Role[] = ['admin', 'operator', 'reader'];

const reading = new Set(['get', 'list', 'watch']);

/** Kinds that can be reconciled, suspended and resumed: those of `deploy/rbac/spoke-operator.yaml`. */
const operable = new Set([
  'applications.argoproj.io',
  'buckets.source.toolkit.fluxcd.io',
  'gitrepositories.source.toolkit.fluxcd.io',
  'helmcharts.source.toolkit.fluxcd.io',
  'helmreleases.helm.toolkit.fluxcd.io',
  'helmrepositories.source.toolkit.fluxcd.io',
  'kustomizations.kustomize.toolkit.fluxcd.io',
  'ocirepositories.source.toolkit.fluxcd.io',
]);

/** Who may do what on one cluster. */
export class Access {
  readonly #roles: ReadonlyMap<string, Role>;

  private constructor(tokens: ReadonlyMap<string, Role>) {
    this.#roles = tokens;
  }

  static create(cluster: string, seed: number): Access {
    const tokens = roles.map(
      role => [tokenOf(cluster, seed, role), role] as const,
    );
    return new Access(new Map(tokens));
  }

  /** Throws 401 for any but a known bearer token. */
  authenticate(request: IncomingMessage): Role {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const role =
      scheme.toLowerCase() === 'bearer' ? this.#roles.get(token) : undefined;
    if (!role) {
      throw unauthorized();
    }
    return role;
  }

  /** Throws 403 for what the role does not allow. */
  authorize(role: Role, request: ResourceRequest): void {
    if (!isAllowed(role, request)) {
      throw forbidden(role, request);
    }
  }
}

export function tokenOf(cluster: string, seed: number, role: Role): string {
  return seededToken(seed, cluster, 'token', role);
}

function isAllowed(role: Role, request: ResourceRequest): boolean {
  if (role === 'admin') {
    return true;
  }
  const isSecret = request.group === '' && request.plural === 'secrets';
  const isOperable =
    role === 'operator' &&
    request.verb === 'patch' &&
    request.subresource === undefined &&
    operable.has(qualifiedResource(request));
  return (reading.has(request.verb) && !isSecret) || isOperable;
}

/** What a role is refused, in the API server's words. */
export function forbidden(role: Role, request: ResourceRequest): StatusError {
  const { group, plural, name, namespace, verb, subresource } = request;
  const subject: ErrorSubject = { group, plural, name };
  const what = name
    ? `${qualifiedResource(subject)} "${name}"`
    : qualifiedResource(subject);
  const resource = subresource ? `${plural}/${subresource}` : plural;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return new StatusError(
    403,
    'Forbidden',
    `${what} is forbidden: User "system:serviceaccount:fleet-commander:${role}" cannot ${verb} resource "${resource}" in API group "${group}" ${where}`,
    { subject },
  );
}
