import { InputError } from '@backstage/errors';
import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import { versionProblem } from './versionProblem';

/** Clusters that are upgraded together, by the ids of their claims. */
export interface UpgradeWave {
  title: string;
  claims: string[];
}

/** Which clusters are upgraded when, and which not. */
export interface UpgradePlan {
  waves: UpgradeWave[];
  /** In words. */
  lines: string[];
}

/**
 * A wave for each environment, in their order. A cluster that is asked to run the version already takes no part, nor does one that was only
 * ordered; one that cannot go there fails the plan.
 *
 * @throws InputError that names every cluster that cannot be upgraded, or when there is nothing to upgrade.
 */
export function planWaves(
  claims: readonly Claim[],
  version: string,
  environments: readonly string[],
): UpgradePlan {
  const problems: string[] = [];
  const lines: string[] = [];
  const waves: UpgradeWave[] = [];
  for (const environment of environments) {
    const wave: UpgradeWave = { title: environment, claims: [] };
    for (const claim of claims) {
      if (claim.environment !== environment || !claim.makesCluster) {
        continue;
      }
      const cluster = claim.makesCluster;
      const problem = claim.version && versionProblem(claim.version, version);
      if (!claim.createdAt) {
        lines.push(`${environment}: ${cluster} is not there yet`);
      } else if (claim.version === version) {
        lines.push(`${environment}: ${cluster} runs ${version} already`);
      } else if (problem) {
        problems.push(`${cluster}: ${problem}`);
      } else {
        lines.push(
          `${environment}: ${cluster} from ${claim.version ?? 'unknown'}`,
        );
        wave.claims.push(claim.id);
      }
    }
    if (wave.claims.length > 0) {
      waves.push(wave);
    }
  }
  if (problems.length > 0) {
    throw new InputError(
      `version: not every cluster can go to ${version}:\n  ${problems.join(
        '\n  ',
      )}`,
    );
  }
  if (waves.length === 0) {
    throw new InputError(
      `environments: no cluster of ${environments.join(
        ', ',
      )} that a claim made is to be upgraded to ${version}`,
    );
  }
  return { waves, lines };
}
