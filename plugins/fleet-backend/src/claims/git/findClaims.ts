import type { ClaimChange } from '@fleetcommander/backstage-plugin-fleet-common';
import type { GitFile } from '@fleetcommander/backstage-plugin-fleet-node';
import type { FoundFiles } from './FollowedRepository';
import { parseClaimFile } from './parseClaimFile';

/** It is part of a key, which indexes hold whole. */
const longestPath = 500;

/** The claims of files, and which of them are not looked at. */
export function findClaims(
  files: readonly GitFile[],
  change: ClaimChange,
): FoundFiles {
  const found: FoundFiles = { claims: [], problems: [] };
  for (const { path, text } of files) {
    const { manifests, problem } =
      path.length > longestPath
        ? {
            manifests: [],
            problem: `has a path of more than ${longestPath} characters`,
          }
        : parseClaimFile(text);
    found.claims.push(
      ...manifests.map(manifest => ({ path, change, manifest })),
    );
    if (problem) {
      found.problems.push({ path: path.slice(0, longestPath), problem });
    }
  }
  return found;
}
