import type { ClaimChange } from '@fleetcommander/backstage-plugin-fleet-common';

/** A row of `claim_files`. */
export interface ClaimFileRow {
  repository: string;
  /** Of the pull request; 0: on the branch. */
  number: number;
  path: string;
  claim_id: string;
  cluster: string;
  change: ClaimChange;
  /** JSON: {@link ClaimManifest}. */
  manifest: string;
}

export const claimFileColumns = [
  'repository',
  'number',
  'path',
  'claim_id',
  'cluster',
  'change',
  'manifest',
] as const satisfies readonly (keyof ClaimFileRow)[];
