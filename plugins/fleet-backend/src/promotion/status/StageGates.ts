import type { Pipeline } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  Gate,
  GatePullRequest,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { Verdicts } from '../../store/FleetPromotionStore';
import type { FactSubject } from '../facts/FactSubject';
import { gatherFacts, type FactStore } from '../facts/gatherFacts';
import type { RequestFacts } from '../facts/RequestFacts';
import { judgeGates } from '../gates/judgeGates';

/** Says how the gates of a stage stand. */
export class StageGates {
  constructor(
    private readonly options: {
      store: FactStore;
      requests: Pick<RequestFacts, 'enforcement'>;
      gates: ReadonlyMap<string, Gate>;
      now?: () => Date;
    },
  ) {}

  /** For what is to move, by its pull request where there is one. */
  async judge(
    stage: StageConfig,
    subject: Omit<FactSubject, 'to'>,
    pullRequest?: GatePullRequest,
  ): Promise<Verdicts> {
    const { store, gates, requests, now } = this.options;
    const { pipeline } = subject;
    const facts = await gatherFacts(
      store,
      { ...subject, to: stage.name },
      { now: now?.() ?? new Date(), pullRequest },
    );
    const base = pullRequest?.pullRequest.base ?? baseOf(pipeline, stage.name);
    return {
      gates: judgeGates(stage.gates, gates, facts),
      enforcement:
        base === undefined
          ? 'unknown'
          : await requests.enforcement(pipeline.repository, base),
    };
  }
}

function baseOf({ stages }: Pipeline, name: string): string | undefined {
  const stage = stages.find(other => other.name === name);
  return stage?.overlays.map(({ branch }) => branch)[0];
}
