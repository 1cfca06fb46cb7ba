import { InputError } from '@backstage/errors';
import type {
  PipelineConfig,
  StageConfig,
} from '../../clusters/config/pipelineSchema';
import type { PlanRequest } from '../Planner';
import type { PipelineBasis } from '../PipelineBasis';

/** The stages that a request is about. */
export interface ChosenStages {
  pipeline: PipelineConfig;
  to: StageConfig;
  /** Absent of a rollback. */
  from?: StageConfig;
}

/** @throws InputError that names what is not there, and what is. */
export function chooseStages(
  { application, pipeline }: PipelineBasis,
  { action, stage, from }: PlanRequest,
): ChosenStages {
  if (!pipeline) {
    throw new InputError(
      `No pipeline of fleet.promotion.pipelines fits ${application}: add its name to the applications of one`,
    );
  }
  const find = (name: string) => {
    const found = pipeline.stages.find(other => other.name === name);
    if (!found) {
      throw new InputError(
        `The pipeline ${pipeline.name} has no stage ${JSON.stringify(
          name,
        )}; it has ${pipeline.stages.map(other => other.name).join(', ')}`,
      );
    }
    return found;
  };
  const to = find(stage);
  if (action === 'rollback') {
    return { pipeline, to };
  }
  if (to.after.length === 0) {
    throw new InputError(
      `${to.name} is the first stage: what enters it comes from outside the pipeline`,
    );
  }
  if (from === undefined && to.after.length > 1) {
    throw new InputError(
      `Several stages come before ${
        to.name
      }: say by from which of ${to.after.join(', ')} is meant`,
    );
  }
  const source = find(from ?? to.after[0]);
  if (!to.after.includes(source.name)) {
    throw new InputError(
      `${to.name} is promoted from ${to.after.join(' or ')}, not from ${
        source.name
      }`,
    );
  }
  return { pipeline, to, from: source };
}
