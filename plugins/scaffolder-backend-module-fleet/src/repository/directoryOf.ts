import { InputError } from '@backstage/errors';
import type { ClaimOffers } from '@fleetcommander/backstage-plugin-fleet-common';

/** The directory that an environment has in Git. Throws InputError, which names the field, where there is no such environment. */
export function directoryOf(
  field: string,
  environment: string,
  environments: ClaimOffers['environments'],
): string {
  const known = environments.find(({ name }) => name === environment);
  if (!known) {
    throw new InputError(
      `${field}: there is no environment ${JSON.stringify(
        environment,
      )}: there are ${environments.map(({ name }) => name).join(', ')}`,
    );
  }
  return known.directory;
}
