import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitError,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type {
  FleetPromotionStore,
  Verdicts,
} from '../../store/FleetPromotionStore';
import { everything } from '../facts/everything';
import type { RequestFacts } from '../facts/RequestFacts';
import type { BranchLack, KeptPromotion } from '../follow/KeptPromotion';
import { freezeEvents } from '../freezes/freezeEvents';
import { teamsOfGates } from '../gates/teamsOfGates';
import { overlaysOfWave, separateWaves } from '../plan/chooseWave';
import { areOpen } from '../areOpen';
import { branchLacks } from './branchLacks';
import { changeVerdict } from './changeVerdict';
import { publishStatus, publishVerdicts } from './publishVerdicts';
import type { StageGates } from './StageGates';
import { stoppedVerdict } from './stoppedVerdict';

interface JudgeStore {
  promotions: Pick<
    FleetPromotionStore,
    | 'addEvents'
    | 'freezeFiles'
    | 'getPipeline'
    | 'listPipelines'
    | 'openPromotions'
    | 'ranWell'
    | 'readBasis'
    | 'writeStageVerdicts'
    | 'writeVerdicts'
  >;
}

/** Of stages that nothing is promoted into: those of a turn. */
const mostPipelines = 25;
/** Where a host throttles and does not say until when. */
const restMs = 60_000;

/** Judges the gates of promotions again and again, and has Git say what came of it. */
export class PromotionJudge {
  /** Where the look at stages without a promotion goes on. */
  #cursor: string | undefined;
  /** Not before then, by repository: its host wants to be left alone. */
  readonly #restsUntil = new Map<string, number>();

  constructor(
    private readonly options: {
      store: JudgeStore;
      hosts: Pick<GitHosts, 'find'>;
      requests: RequestFacts;
      stageGates: Pick<StageGates, 'judge'>;
      statusContext: string;
      /** Of the portal, without a slash at its end, where the config tells. */
      appUrl?: string;
      logger: LoggerService;
    },
  ) {}

  /** Judges every open promotion, and some of the stages that have none. Answers how many are told otherwise now. */
  async turn(): Promise<number> {
    const { store, requests, logger } = this.options;
    requests.forget(Date.now());
    let changed = 0;
    for (const promotion of await store.promotions.openPromotions()) {
      try {
        changed += (await this.#judge(promotion)) ? 1 : 0;
      } catch (error) {
        logger.warn(
          `The gates of the promotion of ${promotion.application} to ${promotion.to} (${promotion.pullRequest?.url}) could not be judged: ${error}`,
        );
      }
    }
    await this.#judgeStages();
    return changed;
  }

  async #judge(promotion: KeptPromotion): Promise<boolean> {
    const { store, hosts, requests, stageGates, statusContext } = this.options;
    const { repository, pipelineId, pullRequest, requester, to } = promotion;
    if (!pullRequest || this.#rests(repository)) {
      return false;
    }
    const [basis, pipeline] = await Promise.all([
      store.promotions.readBasis(pipelineId),
      store.promotions.getPipeline(pipelineId, everything),
    ]);
    const stage = basis?.pipeline?.stages.find(({ name }) => name === to);
    const shown = pipeline?.stages.find(({ name }) => name === to);
    if (!stage || !pipeline || !shown) {
      // The config no longer has it: nobody says what has to be so.
      return false;
    }
    await this.#tellFreezes(promotion, stage);
    const { read } = pullRequest;
    const moves = read?.moves ?? promotion.moves;
    // Where all change at once, it is of no wave.
    const waves = separateWaves(shown);
    const index = promotion.waves.findIndex(
      ({ number }) => number === pullRequest.number,
    );
    const wave =
      index >= 0 && promotion.waves.length === waves.length ? index : undefined;
    try {
      const asked = await requests.of({
        repository,
        number: pullRequest.number,
        requester,
        teams: teamsOfGates(stage.gates),
      });
      if (asked.pullRequest.state !== 'open') {
        // How they stood when it was merged is what counts of it.
        return false;
      }
      const verdicts = await stageGates.judge(
        stage,
        {
          pipeline,
          ...(await this.#comesAs(promotion, stage, moves)),
          wave,
          moves,
        },
        asked,
      );
      const unjudged =
        stoppedVerdict(promotion) ??
        changeVerdict(
          asked,
          read,
          wave === undefined
            ? shown.overlays
            : overlaysOfWave(shown.overlays, waves[wave]),
        );
      if (unjudged) {
        verdicts.gates.unshift(unjudged);
      }
      const lacks = areOpen(verdicts.gates) ? branchLacks(asked) : [];
      const judged = judgedBy(verdicts, asked.pullRequest.head, lacks);
      const isNew = judged !== promotion.judged;
      const publish = isNew ? publishVerdicts : publishStatus;
      await publish(hosts.find(repository), asked.pullRequest, {
        ...verdicts,
        context: statusContext,
        url: this.#pageOf(promotion),
        wasDraft: stage.draft,
      });
      await store.promotions.writeVerdicts(promotion.id, {
        ...verdicts,
        branchLacks: lacks.length > 0 ? lacks : undefined,
        judged,
      });
      return isNew;
    } catch (error) {
      if (error instanceof GitError) {
        this.#rest(repository, error);
      }
      throw error;
    }
  }

  /** What a rollback brings that never ran well in its stage comes as a promotion does: anybody can call a branch a rollback. */
  async #comesAs(
    { action, from, pipelineId, to }: KeptPromotion,
    { after }: StageConfig,
    moves: Move[],
  ): Promise<Pick<KeptPromotion, 'action' | 'from'>> {
    const isNew =
      action === 'rollback' &&
      !(await this.options.store.promotions.ranWell(
        { pipelineId, stage: to },
        moves,
      ));
    return isNew ? { action: 'promote', from: after[0] } : { action, from };
  }

  /** A freeze holds up no rollback, and nothing where no gate asks for it. */
  async #tellFreezes(
    promotion: KeptPromotion,
    { gates }: StageConfig,
  ): Promise<void> {
    const { promotions } = this.options.store;
    if (
      promotion.action === 'promote' &&
      gates.some(({ gate }) => gate === 'freeze')
    ) {
      await promotions.addEvents(
        freezeEvents(await promotions.freezeFiles(), promotion, new Date()),
      );
    }
  }

  /** How they would stand for a promotion that nobody has asked for yet. */
  async #judgeStages(): Promise<void> {
    const { promotions } = this.options.store;
    const { items, pageInfo } = await promotions.listPipelines({
      access: everything,
      limit: mostPipelines,
      cursor: this.#cursor,
    });
    this.#cursor = pageInfo.nextCursor;
    for (const { id, stages } of items) {
      if (stages.some(({ lacks, promotion }) => lacks > 0 && !promotion)) {
        await this.#judgePipeline(id);
      }
    }
  }

  async #judgePipeline(pipelineId: string): Promise<void> {
    const { promotions } = this.options.store;
    const [basis, pipeline] = await Promise.all([
      promotions.readBasis(pipelineId),
      promotions.getPipeline(pipelineId, everything),
    ]);
    for (const stage of basis?.pipeline?.stages ?? []) {
      const shown = pipeline?.stages.find(({ name }) => name === stage.name);
      if (pipeline && shown && !shown.promotion) {
        const lack = shown.lacks.find(({ ahead }) => !ahead);
        await promotions.writeStageVerdicts(
          { pipelineId, stage: stage.name },
          await this.options.stageGates.judge(stage, {
            pipeline,
            action: 'promote',
            from: lack?.from ?? stage.after[0],
            moves: lack?.moves ?? [],
          }),
        );
      }
    }
  }

  #pageOf({ id }: KeptPromotion): string | undefined {
    const { appUrl } = this.options;
    return appUrl && `${appUrl}/fleet/promotions/${encodeURIComponent(id)}`;
  }

  #rests(repository: string): boolean {
    return (this.#restsUntil.get(repository) ?? 0) > Date.now();
  }

  #rest(repository: string, { problem, retryAt }: GitError): void {
    if (problem === 'throttled' || retryAt) {
      this.#restsUntil.set(
        repository,
        retryAt?.getTime() ?? Date.now() + restMs,
      );
    }
  }
}

/** The age of evidence alone is no news. */
function judgedBy(
  { gates, enforcement }: Verdicts,
  head: string,
  lacks: readonly BranchLack[],
): string {
  const told = gates.map(
    ({ gate, title, state, summary, url, opensAt, waitsFor }) => [
      gate,
      title,
      state,
      summary,
      url,
      opensAt,
      waitsFor,
    ],
  );
  return createHash('sha256')
    .update(JSON.stringify([head, enforcement, told, lacks]))
    .digest('hex')
    .slice(0, 16);
}
