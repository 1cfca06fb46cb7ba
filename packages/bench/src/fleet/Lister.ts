import { packagePath } from '../paths';
import { Child } from '../child/Child';
import type { ListerHandlers } from './listerProcess';
import type { SpokeAccess } from './SpokeAccess';

/** How many lists the fleet plugin has under way by default. */
const concurrency = 10;

/** Fetches and parses lists and does nothing else with them, in a process of its own. */
export class Lister {
  readonly #child: Child<ListerHandlers>;

  static start(directory: string): Lister {
    return new Lister(
      Child.start(packagePath('src/fleet/listerProcess.ts'), {
        name: 'lister',
        directory,
      }),
    );
  }

  private constructor(child: Child<ListerHandlers>) {
    this.#child = child;
  }

  /** Every list of every spoke once. */
  listAll(spokes: readonly SpokeAccess[], paths: readonly string[]) {
    return this.#child.ask('listAll', {
      spokes: [...spokes],
      paths: [...paths],
      concurrency,
    });
  }

  usage() {
    return this.#child.ask('usage');
  }

  stop() {
    return this.#child.stop();
  }
}
