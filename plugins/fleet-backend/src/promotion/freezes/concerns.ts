import type { Freeze } from '@fleetcommander/backstage-plugin-fleet-common';
import { matchesName } from '../matchesName';

/** Whether a freeze is of an application in an environment. */
export function concerns(
  { environments, applications }: Freeze,
  subject: { environment: string; application: string },
): boolean {
  return (
    matches(environments, subject.environment) &&
    (applications.length === 0 || matches(applications, subject.application))
  );
}

function matches(patterns: readonly string[], name: string): boolean {
  return patterns.some(pattern => matchesName(pattern, name));
}
