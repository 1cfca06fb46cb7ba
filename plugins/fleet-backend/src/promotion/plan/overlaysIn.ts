import { InputError } from '@backstage/errors';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { KnownOverlay, PipelineBasis } from '../PipelineBasis';

/** @throws InputError where Git has none. */
export function overlaysIn(
  { overlays, application }: PipelineBasis,
  { name, environment }: StageConfig,
): [KnownOverlay, ...KnownOverlay[]] {
  const [first, ...others] = overlays.filter(
    overlay => overlay.environment === environment,
  );
  if (!first) {
    throw new InputError(
      `Git has no overlay of ${application} for ${name}: make one from the template`,
    );
  }
  return [first, ...others];
}
