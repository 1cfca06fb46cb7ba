import type {
  GateFacts,
  GateStage,
  PipelineRunRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { CollectionState } from '../../store/FleetPollStore';
import type { FleetStore } from '../../store/FleetStore';
import { staleWords } from './staleWords';

export interface PipelineRunFactStore
  extends Pick<FleetStore, 'listCollections'> {
  promotions: {
    listPipelineRuns(
      applicationIds: readonly string[],
    ): Promise<{ cluster: string; record: PipelineRunRecord }[]>;
  };
}

/** What runs of Tekton came to where a stage runs. When one was is when it began: what came after that, it did not test. */
export async function pipelineRunFacts(
  store: PipelineRunFactStore,
  source: GateStage | undefined,
): Promise<GateFacts['pipelineRuns']> {
  const clusters = source?.clusters ?? [];
  if (!source || clusters.length === 0) {
    return { known: [] };
  }
  const stale = staleWords(clusters);
  if (stale) {
    return { unknown: stale };
  }
  const collections = await Promise.all(
    clusters.map(async ({ cluster }) => ({
      cluster,
      runs: (await store.listCollections(cluster)).filter(isOfRuns),
    })),
  );
  for (const { cluster, runs } of collections) {
    const away = runs.find(
      ({ outcome }) => outcome !== 'ok' && outcome !== 'not-installed',
    );
    if (away) {
      return {
        unknown: `${cluster}: PipelineRuns cannot be read: ${
          away.message ?? away.outcome
        }`,
      };
    }
  }
  if (
    !collections.some(({ runs }) =>
      runs.some(({ outcome }) => outcome === 'ok'),
    )
  ) {
    return {
      unknown: `no cluster of ${source.name} has Tekton. Install it there, or name a check of the pull request: { gate: smoke, check: NAME }`,
    };
  }
  const found = await store.promotions.listPipelineRuns(
    clusters.flatMap(({ applicationId }) => applicationId ?? []),
  );
  return {
    known: found.flatMap(({ cluster, record }) =>
      record.pipeline
        ? [
            {
              pipeline: record.pipeline,
              cluster,
              state: record.outcome,
              at: record.startedAt,
            },
          ]
        : [],
    ),
  };
}

function isOfRuns({ engine, kind }: CollectionState): boolean {
  return engine === 'tekton' && kind === 'PipelineRun';
}
