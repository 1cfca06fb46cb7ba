import type {
  ClaimDetail,
  ClaimStep,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClaimRules } from '../../../claims/ClaimRules';
import { usualOf } from '../../claims/claimDurations';
import type { Access } from '../../FleetQueryStore';
import type { QueryContext } from '../QueryContext';
import { filterClaims } from './filterClaims';
import { hideInStep } from './hiddenClusters';
import { readClaims } from './readClaims';

/** One claim: how far it is, and what is wrong. */
export async function getClaimDetail(
  context: QueryContext,
  rules: ClaimRules,
  id: string,
  access: Access,
): Promise<ClaimDetail | undefined> {
  const covered = await filterClaims(context, [id], access);
  const [read] = await readClaims(context, rules, covered, access);
  if (!read) {
    return undefined;
  }
  const { claim, row, tree, seen, git, usual, clusterHidden } = read;
  const steps: ClaimStep[] = JSON.parse(row.steps);
  return {
    claim,
    steps: steps.map(step => ({
      ...(clusterHidden ? hideInStep(step) : step),
      usualSeconds: usualOf(usual, row, step.step),
    })),
    conditions: seen?.record.conditions ?? [],
    spec: { ...(seen?.record.spec ?? git?.manifest.spec) },
    pullRequests: git?.pullRequests ?? [],
    treeProblems: tree?.problems ?? [],
  };
}
