import {
  statesByUrgency,
  type Artifact,
  type Freshness,
  type Pipeline,
  type PipelineStage,
  type Promotion,
  type StageCluster,
  type StageOverlay,
  type State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { OverlayArtifact } from '@fleetcommander/backstage-plugin-fleet-node';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { Verdicts } from '../../store/FleetPromotionStore';
import type { RunningStage } from '../../store/promotion/readStageClusters';
import type { KnownOverlay, PipelineBasis } from '../PipelineBasis';
import { agrees } from './agreement';
import { automationOf, type ChosenImage } from './automationOf';
import { differences } from './differences';
import { versionOf, versionsOf } from './versionOf';
import { wavesOf } from './wavesOf';

/** A version that a stage ran well everywhere. */
export interface GoodVersion {
  stage: string;
  /** Of all its overlays; see `contentOfAll`. */
  content: string;
  revision: string;
  version?: string;
  wellAt: string;
  overlays: { region?: string; overlay?: KnownOverlay['overlay'] }[];
}

/** What is known of a pipeline beside its basis. */
export interface PipelineFacts {
  /** Those that the caller sees. */
  running: readonly RunningStage[];
  /** Of image automation, on clusters that the caller sees. */
  imagePolicies: readonly ChosenImage[];
  /** Those that have not ended, the newest first. */
  promotions: readonly Promotion[];
  verdicts: ReadonlyMap<string, Verdicts>;
  /** Newest first. */
  versions: readonly GoodVersion[];
  /** Of what Git says. */
  freshness: Freshness;
  /** Whether the caller may promote into a stage. */
  mayPromote: (stage: string) => boolean;
}

/** A pipeline, as screens show it. */
export function toPipeline(
  basis: PipelineBasis,
  facts: PipelineFacts,
): Pipeline {
  const { id, application, entityRefs, ownerRefs, repository, pipeline } =
    basis;
  const configs = pipeline?.stages ?? [];
  return {
    id,
    pipelineId: id,
    application,
    entityRefs,
    ownerRefs,
    pipeline: pipeline?.name ?? '',
    title: pipeline?.title ?? application,
    repository: repository.url,
    layout: repository.layout.branch ? 'branches' : 'overlays',
    stages: configs.map(stage => toStage(basis, facts, stage, configs)),
    problems: [
      ...basis.problems,
      ...basis.overlays.flatMap(({ path, problem }) =>
        problem ? [`${path}: ${problem}`] : [],
      ),
    ],
    freshness: facts.freshness,
  };
}

function toStage(
  basis: PipelineBasis,
  facts: PipelineFacts,
  config: StageConfig,
  configs: readonly StageConfig[],
): PipelineStage {
  const { name, title, environment, after } = config;
  const overlays = overlaysOf(basis, environment);
  const running = runningIn(facts.running, overlays, basis);
  const waves = wavesOf(
    config,
    overlays.map(({ id, region }) => ({
      region,
      clusters: running.filter(({ overlayId }) => overlayId === id),
    })),
  );
  const clusters = running.map(item =>
    toStageCluster(
      item,
      overlays.find(({ id }) => id === item.overlayId),
      Math.max(
        0,
        waves.findIndex(wave => wave.clusters.includes(item.cluster)),
      ),
    ),
  );
  const lacks = after.flatMap(from => {
    const source = configs.find(other => other.name === from);
    return source
      ? [
          {
            from,
            ...differences(overlays, overlaysOf(basis, source.environment)),
          },
        ]
      : [];
  });
  const promotion = facts.promotions.find(({ to }) => to === name);
  const verdicts = promotion ?? facts.verdicts.get(name);
  const previous = previousOf(facts.versions, name, overlays);
  const why = whyNot(config, overlays, lacks, facts.mayPromote(name));
  const settled = overlays.map(({ overlay }) => overlay);
  return {
    name,
    title,
    environment,
    after,
    version: versionOf(basis.application, settled),
    versions: versionsOf(settled),
    since: overlays
      .flatMap(({ changedAt }) => changedAt ?? [])
      .sort()
      .at(-1),
    ...stateOf(overlays, clusters),
    waves: waves.map(({ overlays: _, ...wave }) => wave),
    overlays: overlays.map(overlay => toStageOverlay(overlay, basis)),
    clusters,
    lacks,
    gates: verdicts?.gates ?? [],
    enforcement: verdicts?.enforcement ?? 'unknown',
    promotion,
    previous: previous && {
      version: previous.version,
      revision: previous.revision,
      at: previous.wellAt,
      moves: differences(overlays, previous.overlays).moves,
    },
    automation: automationOf(overlays, running, facts.imagePolicies),
    mayPromote: facts.mayPromote(name),
    whyNot: why,
  };
}

/** The overlays of a stage. */
export function overlaysOf(
  { overlays }: Pick<PipelineBasis, 'overlays'>,
  environment: string,
): KnownOverlay[] {
  return overlays.filter(overlay => overlay.environment === environment);
}

/** Where each environment has a branch, the same folder is an overlay of each. */
export function runningIn(
  running: readonly RunningStage[],
  overlays: readonly KnownOverlay[],
  { repository }: Pick<PipelineBasis, 'repository'>,
): RunningStage[] {
  return running.filter(item =>
    overlays.some(
      ({ id, environment }) =>
        id === item.overlayId &&
        (!repository.layout.branch || item.environment === environment),
    ),
  );
}

export function toStageCluster(
  item: RunningStage,
  overlay: Pick<KnownOverlay, 'overlay' | 'path'> | undefined,
  wave: number,
): StageCluster {
  const {
    pipelineId: _pipeline,
    overlayId: _overlay,
    environment: _environment,
    deliveredFrom: _deliveredFrom,
    progress: _progress,
    ...shown
  } = item;
  return {
    ...shown,
    wave,
    overlay: overlay?.path,
    agrees: agrees(overlay?.overlay, item.running),
  };
}

function stateOf(
  overlays: readonly KnownOverlay[],
  clusters: readonly StageCluster[],
): { state: State; summary: string } {
  if (overlays.length === 0) {
    return { state: 'unknown', summary: 'Git has no overlay of it' };
  }
  if (clusters.length === 0) {
    return {
      state: 'unknown',
      summary: 'no cluster that you see is delivered from its overlay',
    };
  }
  const [state] = clusters
    .map(cluster => cluster.state)
    .sort((a, b) => statesByUrgency.indexOf(a) - statesByUrgency.indexOf(b));
  const unwell = clusters.filter(cluster => cluster.state !== 'healthy');
  const other = clusters.filter(cluster => cluster.agrees === false);
  const on = (some: readonly StageCluster[]) =>
    some.map(({ cluster }) => cluster).join(', ');
  const summary = [
    unwell.length > 0 && `${unwell[0].summary} (${on(unwell)})`,
    other.length > 0 && `runs something other than Git says on ${on(other)}`,
  ].filter(Boolean);
  return {
    state,
    summary:
      summary.join('; ') ||
      `runs well on ${
        clusters.length === 1
          ? clusters[0].cluster
          : `all ${clusters.length} clusters`
      }`,
  };
}

function toStageOverlay(
  overlay: KnownOverlay,
  { repository }: PipelineBasis,
): StageOverlay {
  const { region, path, branch, notUnderstood, problem } = overlay;
  return {
    region,
    path,
    branch,
    url: `${repository.url}/tree/${branch}/${path}`,
    artifacts: (overlay.overlay?.artifacts ?? []).map(toArtifact),
    notUnderstood: [...notUnderstood],
    problem,
    revision: overlay.revision,
    changedAt: overlay.changedAt,
    contentSince: overlay.contentSince,
  };
}

function toArtifact(artifact: OverlayArtifact): Artifact {
  const { kind, name, version, digest, origin, place } = artifact;
  return {
    kind,
    name,
    version,
    digest,
    origin,
    path: place.path,
    line: place.line,
  };
}

/** The newest version that ran well and is not what Git says now. */
export function previousOf(
  versions: readonly GoodVersion[],
  stage: string,
  overlays: readonly Pick<KnownOverlay, 'region' | 'overlay'>[],
): GoodVersion | undefined {
  return versions.find(
    version =>
      version.stage === stage &&
      differences(overlays, version.overlays).moves.length > 0,
  );
}

function whyNot(
  { after, title }: StageConfig,
  overlays: readonly KnownOverlay[],
  lacks: PipelineStage['lacks'],
  mayPromote: boolean,
): string | undefined {
  if (after.length === 0) {
    return `${title} is the first stage: what enters it comes from outside the pipeline`;
  }
  if (overlays.length === 0) {
    return 'Git has no overlay of it: make one from the template';
  }
  if (overlays.every(({ overlay }) => overlay === undefined)) {
    return `its overlay cannot be read: ${overlays[0].problem}`;
  }
  if (!mayPromote) {
    return 'you may not promote it: it takes the permission fleet.application.promote';
  }
  if (lacks.every(({ moves }) => moves.length === 0)) {
    return `it lacks nothing of ${after.join(', ')}`;
  }
  return undefined;
}
