import type { PromotionAction } from '@fleetcommander/backstage-plugin-fleet-common';
import { changeBranch } from '@fleetcommander/backstage-plugin-fleet-node';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { PromotionRequestRow } from '../../store/promotion/changes';
import type { PipelineBasis } from '../PipelineBasis';
import { subjectOf } from './subjectOf';

/** What a pull request promotes into which stage. */
export interface PromotionTarget {
  basis: PipelineBasis;
  stage: StageConfig;
  from?: string;
  action: PromotionAction;
  /** From 0 on; absent: all at once. */
  wave?: number;
}

/** As many waves has no stage. */
const mostWaves = 20;

/** What a pull request is about: as its note says, else by the name of its branch, which is a function of it. */
export function findTarget(
  { branch, mark }: Pick<PromotionRequestRow, 'branch' | 'mark'>,
  bases: readonly PipelineBasis[],
): PromotionTarget | undefined {
  const action = branch.startsWith('fleet/rollback/') ? 'rollback' : 'promote';
  const note = mark.note?.promotion;
  for (const basis of bases) {
    for (const stage of basis.pipeline?.stages ?? []) {
      if (note) {
        if (note.application === basis.application && note.to === stage.name) {
          return { basis, stage, action, from: note.from, wave: note.wave };
        }
        continue;
      }
      const wave = [...Array(mostWaves).keys()].find(
        index =>
          changeBranch({
            action,
            subject: subjectOf(basis.application, stage.name, index),
          }) === branch,
      );
      if (wave !== undefined) {
        const from =
          action === 'promote' && stage.after.length === 1
            ? stage.after[0]
            : undefined;
        const inWaves = action === 'promote' && stage.waves.length > 0;
        return {
          basis,
          stage,
          action,
          from,
          wave: inWaves ? wave : undefined,
        };
      }
    }
  }
  return undefined;
}
