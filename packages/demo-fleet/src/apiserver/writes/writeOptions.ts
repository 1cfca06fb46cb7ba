import type { ApiContext } from '../http/ApiContext';
import { badRequest } from '../statusErrors';

/** Who writes: as the client says, else the first word of its user agent. */
export function managerOf({ query, request }: ApiContext): string {
  const agent = request.headers['user-agent'] ?? 'unknown';
  return query.get('fieldManager') || agent.split('/')[0];
}

export function isDryRun({ query }: ApiContext): boolean {
  const dryRun = query.get('dryRun');
  if (dryRun && dryRun !== 'All') {
    throw badRequest(
      `dryRun: Unsupported value: "${dryRun}": supported values: "All"`,
    );
  }
  return dryRun === 'All';
}
