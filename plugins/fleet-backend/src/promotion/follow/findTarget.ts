import type { PromotionAction } from '@fleetcommander/backstage-plugin-fleet-common';
import { changeBranch } from '@fleetcommander/backstage-plugin-fleet-node';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { PromotionRequestRow } from '../../store/promotion/changes';
import type { PipelineBasis } from '../PipelineBasis';
import { overlaysOf } from '../pipeline/toPipeline';
import { subjectOf } from './subjectOf';

/** What a pull request promotes into which stage. */
export interface PromotionTarget {
  basis: PipelineBasis;
  stage: StageConfig;
  from?: string;
  action: PromotionAction;
  /** From 0 on; absent: all at once. */
  wave?: number;
  /** Why its gates stay shut all the same, and what to do. */
  problem?: string;
}

/** As many waves has no stage. */
const mostWaves = 20;

/**
 * What a pull request is about. The name of its branch settles it, which nobody changes of one that is open; its body, which whoever may
 * write to the repository edits, counts only for what the name leaves open.
 */
export function findTarget(
  { branch, mark }: Pick<PromotionRequestRow, 'branch' | 'mark'>,
  bases: readonly PipelineBasis[],
): PromotionTarget | undefined {
  const action = branch.startsWith('fleet/rollback/') ? 'rollback' : 'promote';
  const branchOf = (application: string, stage: string, wave?: number) =>
    changeBranch({ action, subject: subjectOf(application, stage, wave) });
  const note = mark.note?.promotion;
  const told =
    note && branchOf(note.application, note.to, note.wave) === branch
      ? note
      : undefined;
  for (const basis of bases) {
    for (const stage of basis.pipeline?.stages ?? []) {
      const index = [...Array(mostWaves).keys()].find(
        number => branchOf(basis.application, stage.name, number) === branch,
      );
      if (index !== undefined) {
        const from =
          action === 'promote' ? stageBefore(stage, told?.from) : undefined;
        // The first wave and all of the stage at once go by the same name.
        const byName = stage.waves.length > 0 ? index : undefined;
        return {
          basis,
          stage,
          action,
          from,
          wave:
            action === 'promote' ? (told ?? { wave: byName }).wave : undefined,
          problem: problemOf(basis, stage, { action, from, base: mark.base }),
        };
      }
    }
  }
  return undefined;
}

/** Where there are several, the one that its note names. */
function stageBefore({ after }: StageConfig, told: string | undefined) {
  return after.length > 1 ? after.find(name => name === told) : after.at(0);
}

function problemOf(
  basis: PipelineBasis,
  { name, environment, after }: StageConfig,
  {
    action,
    from,
    base,
  }: Pick<PromotionTarget, 'action' | 'from'> & { base: string },
): string | undefined {
  const branches = overlaysOf(basis, environment).map(({ branch }) => branch);
  if (branches.length > 0 && !branches.includes(base)) {
    return `it goes into ${base}, and ${name} is delivered from ${branches[0]}: open it again`;
  }
  return action === 'promote' && after.length > 1 && from === undefined
    ? `it does not say from which of ${after.join(', ')}: open it again`
    : undefined;
}
