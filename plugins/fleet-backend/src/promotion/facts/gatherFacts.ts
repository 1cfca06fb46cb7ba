import type {
  Pipeline,
  PipelineStage,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GateFacts,
  GatePullRequest,
  GateStage,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { driftFacts, type DriftFactStore } from './driftFacts';
import type { FactSubject } from './FactSubject';
import { freezeFacts, type FreezeFactStore } from './freezeFacts';
import {
  pipelineRunFacts,
  type PipelineRunFactStore,
} from './pipelineRunFacts';
import { policyFacts, type PolicyFactStore } from './policyFacts';
import { signatureFacts, type SignatureFactStore } from './signatureFacts';

/** What of the store facts come from. */
export type FactStore = DriftFactStore &
  PolicyFactStore &
  SignatureFactStore &
  PipelineRunFactStore & { promotions: FreezeFactStore };

/** All that gates go by: what the store has, and what was asked of the pull request, where there is one. */
export async function gatherFacts(
  store: FactStore,
  subject: FactSubject,
  options: { now: Date; pullRequest?: GatePullRequest },
): Promise<GateFacts> {
  const { pipeline, action, from, to, wave, moves } = subject;
  const target = stageOf(pipeline, to, wave);
  const source = from === undefined ? undefined : stageOf(pipeline, from);
  const soakingSince = source ? soaking(pipeline, source) : {};
  const [drifts, policyResults, signatures, freezes, pipelineRuns] =
    await Promise.all([
      driftFacts(store, target),
      policyFacts(store, source, arrivalOf(pipeline, source)),
      signatureFacts(store, { source, target }, moves),
      freezeFacts(store.promotions, pipeline, target, options.now),
      pipelineRunFacts(store, source),
    ]);
  return {
    now: options.now.toISOString(),
    action,
    application: pipeline.application,
    moves,
    source,
    target,
    earlier:
      wave === undefined
        ? []
        : stageOf(pipeline, to).clusters.filter(cluster => cluster.wave < wave),
    pullRequest: options.pullRequest,
    soakingSince,
    drifts,
    policyResults,
    signatures,
    canaries: [...(source?.clusters ?? []), ...target.clusters].flatMap(
      ({ canary }) => canary ?? [],
    ),
    freezes,
    pipelineRuns,
  };
}

function stageOf(pipeline: Pipeline, name: string, wave?: number): GateStage {
  const stage = pipeline.stages.find(other => other.name === name);
  return {
    name,
    environment: stage?.environment ?? name,
    clusters: (stage?.clusters ?? []).filter(
      cluster => wave === undefined || cluster.wave === wave,
    ),
    artifacts: (stage?.overlays ?? []).flatMap(({ artifacts }) => artifacts),
  };
}

/** Since when what a stage has came there; absent: Git does not tell. */
function arrivalOf(
  { stages }: Pipeline,
  source: GateStage | undefined,
): string | undefined {
  const stage = stages.find(({ name }) => name === source?.name);
  return stage?.overlays
    .flatMap(({ changedAt }) => changedAt ?? [])
    .sort()
    .at(0);
}

function soaking(pipeline: Pipeline, { name, clusters }: GateStage) {
  const stage = pipeline.stages.find(other => other.name === name);
  return Object.fromEntries(
    clusters.flatMap(cluster => {
      const since = soakingSinceOf(cluster, stage);
      return since ? [[cluster.cluster, since]] : [];
    }),
  );
}

/** Well, as Git says, and heard of: from when on all of that was seen to hold. */
function soakingSinceOf(
  { state, agrees, since, arrivedAt, freshness, overlay: path }: StageCluster,
  stage: PipelineStage | undefined,
): string | undefined {
  const isWell = state === 'healthy' && !freshness.stale && since;
  if (!isWell || agrees === false || !arrivedAt) {
    return undefined;
  }
  const came = (stage?.overlays ?? [])
    .filter(overlay => overlay.path === path)
    .flatMap(({ contentSince }) => contentSince ?? []);
  return [since, arrivedAt, ...came]
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}
