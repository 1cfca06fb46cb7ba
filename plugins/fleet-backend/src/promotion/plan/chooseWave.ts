import { InputError } from '@backstage/errors';
import type {
  PipelineStage,
  StageWave,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** Waves that Git can change one after the other: each has overlays of its own. None: all of the stage changes at once. */
export function separateWaves({
  waves,
}: Pick<PipelineStage, 'waves'>): StageWave[] {
  return waves.length > 1 && waves.every(({ separate }) => separate)
    ? waves
    : [];
}

/** The overlays that a wave changes. */
export function overlaysOfWave<T extends { region?: string }>(
  overlays: readonly T[],
  { regions }: StageWave,
): T[] {
  return overlays.filter(({ region }) =>
    region === undefined ? regions.length === 0 : regions.includes(region),
  );
}

/** @throws InputError where there is no such wave. */
export function checkWave(
  waves: readonly StageWave[],
  wave: number,
  stage: string,
): void {
  if (wave >= waves.length) {
    throw new InputError(
      `${stage} has ${waves.length} waves that Git can tell apart, and none of the number ${wave}, counted from 0`,
    );
  }
}
