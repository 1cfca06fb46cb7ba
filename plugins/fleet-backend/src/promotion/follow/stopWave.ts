import type { KeptWave } from './KeptPromotion';
import { cameWords, failureWords } from './waveWords';

/** A wave of a promotion that has ended before it came everywhere: told by how far it had come, as clusters go elsewhere from there. */
export function stopWave(
  wave: KeptWave,
  before: KeptWave | undefined,
  at: string,
): KeptWave {
  if (wave.state === 'open') {
    return wave;
  }
  if (before?.startedAt === undefined) {
    return unseen(wave, at);
  }
  const { state, clusters, failure, came, endedAt } = before;
  const isTold = endedAt !== undefined && state !== 'done';
  if (isTold) {
    return before;
  }
  // A cluster that it came to may be gone.
  const far = Math.min(came?.clusters ?? 0, clusters.length);
  if (failure !== undefined) {
    return {
      ...before,
      state: 'failed',
      summary: failureWords(failure, far, clusters.length),
      endedAt: at,
    };
  }
  const isDone =
    state === 'done' || (came !== undefined && far === clusters.length);
  return {
    ...before,
    state: isDone ? 'done' : 'stopped',
    summary: cameWords(far, clusters.length),
    endedAt: isDone ? endedAt ?? came?.at : at,
  };
}

/** Nobody looked while it was on its way, or it never was. */
function unseen(wave: KeptWave, at: string): KeptWave {
  const { state, number, startedAt, summary, failure } = wave;
  if (state === 'done') {
    return wave;
  }
  if (failure !== undefined) {
    return { ...wave, state: 'failed', endedAt: at };
  }
  if (startedAt !== undefined) {
    return {
      ...wave,
      state: 'stopped',
      summary: 'how far it came was not seen',
      endedAt: at,
    };
  }
  return {
    ...wave,
    state: 'stopped',
    summary: number === undefined ? 'it never began' : summary,
  };
}
