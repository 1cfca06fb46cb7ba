import {
  ErrorNotice,
  Notice,
  Skeleton,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { PipelineView } from '../pipeline/PipelineView';
import { NoPipeline } from './NoPipeline';
import { useEntityPipelines } from './useEntityPipelines';

/** The pipelines of a Component, each with all of its stages. */
export function EntityPipelines() {
  const { value, error, refresh } = useEntityPipelines();
  return (
    <>
      {error && (
        <ErrorNotice error={error} what="the pipelines" onRetry={refresh} />
      )}
      {!value && !error && (
        <Skeleton rows={8} label="Loading what each stage runs" />
      )}
      {value?.problems.map(problem => (
        <Notice key={problem} severity="warning">
          {problem}
        </Notice>
      ))}
      {value?.items.length === 0 && <NoPipeline />}
      {value?.items.map(pipeline => (
        <PipelineView
          key={pipeline.id}
          pipeline={pipeline}
          onChanged={refresh}
        />
      ))}
    </>
  );
}
