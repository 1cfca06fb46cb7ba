import { setTimeout } from 'node:timers/promises';

/** Looks again and again until it is so; the test's own time-out ends it. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  while (!(await isSo())) {
    await setTimeout(100);
  }
}
