import type { KeptWave } from './KeptPromotion';

/** A wave of a promotion that has ended before it came everywhere: told by how far it had come, as clusters go elsewhere from there. */
export function stopWave(
  wave: KeptWave,
  before: KeptWave | undefined,
  at: string,
): KeptWave {
  if (wave.state === 'open') {
    return wave;
  }
  const last = before && wasMerged(before) ? before : wave;
  if (last.state === 'done' || last.endedAt !== undefined) {
    return last;
  }
  if (last.failure !== undefined) {
    return { ...last, state: 'failed', summary: last.failure, endedAt: at };
  }
  return last.startedAt === undefined
    ? { ...last, state: 'stopped', summary: neverBegan(last) }
    : {
        ...last,
        state: 'stopped',
        summary: `stopped on its way: ${last.summary}`,
        endedAt: at,
      };
}

function wasMerged({ state }: KeptWave): boolean {
  return state !== 'open' && state !== 'waiting';
}

function neverBegan({ number, summary }: KeptWave): string {
  return number === undefined ? 'it never began' : summary;
}
