import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  ClaimValidation,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Manifest } from './readManifests';

/** Holds a claim against what the hub offers. Throws InputError with all that is wrong with it; logs what could not be checked. */
export async function validateClaim(
  { client }: { client: FleetClient },
  claim: { manifest: Manifest; cluster?: string },
  { caller, logger }: { caller: FleetRequestOptions; logger: LoggerService },
): Promise<ClaimValidation> {
  const validation = await client.claims.validate(claim, caller);
  const { errors, unchecked } = validation;
  for (const { path, rule, why } of unchecked) {
    logger.warn(`${path}: not checked: ${rule} (${why})`);
  }
  if (errors.length > 0) {
    throw new InputError(
      `What is asked for cannot be had:\n${errors
        .map(({ path, message }) => `  ${path}: ${message}`)
        .join('\n')}`,
    );
  }
  return validation;
}
