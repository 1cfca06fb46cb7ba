import { NotFoundError } from '@backstage/errors';
import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  changeBranch,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import { planBody } from '../body/planBody';
import { everything } from '../facts/everything';
import { subjectOf } from '../follow/subjectOf';
import type { PipelineBasis } from '../PipelineBasis';
import type { Planner, PlanRequest } from '../Planner';
import type { StageGates } from '../status/StageGates';
import { asksOf } from './asksOf';
import { chooseStages } from './chooseStages';
import { separateWaves } from './chooseWave';
import { draftPromotion } from './draftPromotion';
import { draftRollback } from './draftRollback';
import { plannedFiles } from './plannedFiles';
import { riskOf } from './riskOf';
import { openOf, warningsOf } from './warningsOf';
import type { VersionLinks } from './VersionLinks';
import { versionOfMoves } from './versionOfMoves';

/** Plans promotions and rollbacks by what Git says now, in a handful of requests. */
export class GitPlanner implements Planner {
  constructor(
    private readonly options: {
      store: {
        promotions: Pick<FleetPromotionStore, 'readBasis' | 'getPipeline'>;
      };
      hosts: Pick<GitHosts, 'find'>;
      stageGates: Pick<StageGates, 'judge'>;
      links: Pick<VersionLinks, 'add'>;
      statusContext: string;
      /** Of the portal, without a slash at its end, where the config tells. */
      appUrl?: string;
    },
  ) {}

  async plan(request: PlanRequest): Promise<PromotionPlan> {
    const { promotions } = this.options.store;
    const { pipelineId, action, requester, reason } = request;
    const [basis, pipeline] = await Promise.all([
      promotions.readBasis(pipelineId),
      promotions.getPipeline(pipelineId, everything),
    ]);
    if (!basis || !pipeline) {
      throw new NotFoundError(
        `There is no pipeline ${JSON.stringify(pipelineId)} that you may see`,
      );
    }
    const { to, from } = chooseStages(basis, request);
    const shown = pipeline.stages.find(({ name }) => name === to.name);
    if (!shown) {
      throw new NotFoundError(`There is no stage ${to.name}`);
    }
    const { url } = basis.repository;
    const git = this.options.hosts.find(url);
    const asked = { git, basis, shown, to, request };
    const { change, base, readAt, wave, nothing } = from
      ? await draftPromotion(asked, from)
      : await draftRollback(asked);
    const files = nothing ? {} : change.files;
    const moves = nothing
      ? []
      : await this.options.links.add(basis, change.moves);
    const verdicts = await this.options.stageGates.judge(to, {
      pipeline,
      action,
      from: from?.name,
      wave,
      moves,
    });
    const waves = separateWaves(shown);
    const waveTitle =
      wave === undefined
        ? undefined
        : `wave ${wave + 1} of ${waves.length}: ${waves[wave].title}`;
    const { reviewers, asks } = asksOf(to);
    const whole = {
      pipelineId,
      application: basis.application,
      entityRefs: basis.entityRefs,
      ownerRefs: basis.ownerRefs,
      action,
      from: from?.name,
      to: to.name,
      repository: url,
      base,
      branch: changeBranch({
        action,
        subject: subjectOf(basis.application, to.name, wave),
      }),
      readAt,
      moves,
      files: plannedFiles(
        { before: change.before, files },
        { repository: url, base },
      ),
      notMoved: change.stays,
      // The way back takes all of them at once.
      waves: from ? shown.waves : [],
      wave,
      title: titleOf(basis, to, { action, moves, waveTitle }),
      labels: to.labels,
      reviewers,
      draft: to.draft && action === 'promote',
      ...verdicts,
      risk: riskOf(shown, nothing ? [] : change.overlays),
      asks,
      open: openOf(shown),
      warnings: [...change.warnings, ...warningsOf(shown, { moves, action })],
      nothing,
    };
    const plan = request.hidden?.plan(whole) ?? whole;
    return {
      ...plan,
      body: planBody(plan, {
        reason,
        requester,
        gates: plan.gates,
        enforcement: plan.enforcement,
        wave,
        waveTitle,
        context: this.options.statusContext,
        portal:
          this.options.appUrl && `${this.options.appUrl}/fleet/promotions`,
      }),
    };
  }
}

function titleOf(
  { application }: Pick<PipelineBasis, 'application'>,
  { title }: StageConfig,
  {
    action,
    moves,
    waveTitle,
  }: Pick<PromotionPlan, 'action' | 'moves'> & { waveTitle?: string },
): string {
  const version = versionOfMoves(moves);
  const what = `${application}${version ? ` ${version}` : ''}`;
  const words =
    action === 'promote'
      ? `Promote ${what} to ${title}`
      : `Roll back ${application}${
          version ? ` to ${version}` : ''
        } in ${title}`;
  return `${words}${waveTitle ? ` (${waveTitle})` : ''}`.slice(0, 256);
}
