import type { PipelineSummary } from '@fleetcommander/backstage-plugin-fleet-common';

/** Pipelines as the table of a file: a row for each stage of each. */
export function pipelineTable(
  pipelines: readonly PipelineSummary[],
): string[][] {
  return [
    [
      'application',
      'pipeline',
      'stage',
      'environment',
      'version',
      'state',
      'lacks',
      'promotion',
      'entities',
      'owners',
    ],
    ...pipelines.flatMap(pipeline =>
      pipeline.stages.map(stage => [
        pipeline.application,
        pipeline.pipeline,
        stage.name,
        stage.environment,
        stage.version ?? stage.versions.join(' '),
        stage.state,
        String(stage.lacks),
        stage.promotion ?? '',
        pipeline.entityRefs.join(' '),
        pipeline.ownerRefs.join(' '),
      ]),
    ),
  ];
}
