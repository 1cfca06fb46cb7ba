import type { Person } from '../model/Person';

/** Who a request's `Authorization` signs in: nobody without one; undefined where it is refused. */
export function identify(
  authorization: string | undefined,
  people: Iterable<Person>,
): { person?: Person } | undefined {
  if (!authorization) {
    return {};
  }
  const token = tokenOf(authorization);
  for (const person of people) {
    if (token && person.token === token) {
      return { person };
    }
  }
  return undefined;
}

function tokenOf(authorization: string): string | undefined {
  const [, scheme, value] = /^(\w+)\s+(.+)$/.exec(authorization) ?? [];
  switch (scheme?.toLowerCase()) {
    case 'token':
    case 'bearer':
      return value;
    case 'basic':
      return passwordOf(Buffer.from(value, 'base64').toString('utf8'));
    default:
      return undefined;
  }
}

/** A token is taken as the password, or as the name of somebody without one. */
function passwordOf(credentials: string): string {
  const [name, ...password] = credentials.split(':');
  return password.join(':') || name;
}
