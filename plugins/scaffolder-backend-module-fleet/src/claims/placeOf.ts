import { InputError } from '@backstage/errors';
import type { ClaimOffers } from '@fleetcommander/backstage-plugin-fleet-common';
import { directoryOf } from '../repository/directoryOf';
import { fillPattern } from '../repository/fillPattern';

/** The path of a claim in its repository, by a pattern with `{environment}` and `{cluster}` or `{name}`. */
export function placeOf(
  pattern: string,
  claim: { name: string; environment?: string },
  environments: ClaimOffers['environments'],
): string {
  const { name, environment } = claim;
  return fillPattern(pattern, {
    environment: pattern.includes('{environment}')
      ? directoryOf(
          'spec.environment',
          named(environment, environments, pattern),
          environments,
        )
      : undefined,
    cluster: name,
    name,
  });
}

function named(
  environment: string | undefined,
  environments: ClaimOffers['environments'],
  pattern: string,
): string {
  if (environment === undefined) {
    const names = environments.map(({ name }) => name).join(', ');
    throw new InputError(
      `spec.environment: the claim names none, and ${pattern} needs one of ${names}`,
    );
  }
  return environment;
}
