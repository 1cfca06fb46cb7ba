import type { ClaimValidation } from '@fleetcommander/backstage-plugin-fleet-common';

/** What is wrong with a claim, and where. */
export type ClaimError = ClaimValidation['errors'][number];

/** A rule that could not be evaluated. */
export type UncheckedRule = ClaimValidation['unchecked'][number];
