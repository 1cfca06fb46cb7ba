import type { z as Zod } from 'zod/v3';

type Z = typeof Zod;

/** Which claim of a cluster an action is about. */
export const whichClaim = {
  cluster: (z: Z) =>
    z.string().optional().describe('Name of the cluster; or claim.'),
  claim: (z: Z) =>
    z.string().optional().describe('Id of its claim; or cluster.'),
};

/** Where Git has the claim, and in whose name it is read. */
export const whereGitHasIt = {
  repositoryUrl: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'https://HOST/OWNER/NAME; by default the one that the claim is known to come from, else the first of fleet.git.repositories.',
      ),
  token: (z: Z) =>
    z
      .string()
      .optional()
      .describe("The user's own token; by default the integration's."),
};

/** What lets an action do what it would refuse. */
export const refusedOrForced = {
  force: (z: Z) =>
    z
      .boolean()
      .optional()
      .describe('Do what would be refused. Needs a reason.'),
  reason: (z: Z) => z.string().max(500).optional(),
};
