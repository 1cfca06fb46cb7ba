import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is not undefined. Throws after the time-out, naming what never came. */
export async function until<T>(
  what: string,
  options: { everyMs: number; timeoutMs: number },
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const end = performance.now() + options.timeoutMs;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    await sleep(options.everyMs);
  }
  throw new Error(`${what} did not come within ${options.timeoutMs / 1000} s`);
}
