import { Scheduler } from '../Scheduler';
import {
  breakKustomization,
  editByHand,
  mendKustomization,
  silenceSpoke,
  wakeSpoke,
} from './faults';
import { release } from './releases';
import { Stage, Step } from './Stage';

const steps: Record<string, Step> = {
  'release-development': release('development'),
  'release-staging': release('staging'),
  'release-production': release('production'),
  'break-kustomization': breakKustomization,
  'mend-kustomization': mendKustomization,
  'edit-by-hand': editByHand,
  'silence-spoke': silenceSpoke,
  'wake-spoke': wakeSpoke,
};

/** One round, in minutes. */
const round: [minute: number, step: string][] = [
  [1, 'edit-by-hand'],
  [2, 'release-development'],
  [4, 'break-kustomization'],
  [7, 'silence-spoke'],
  [9, 'release-staging'],
  [11, 'wake-spoke'],
  [12, 'mend-kustomization'],
  [18, 'release-production'],
];
const roundMinutes = 30;

/** What moves the fleet while one watches, over and over. */
export class Scenario {
  static readonly steps: readonly string[] = Object.keys(steps);

  private constructor(private readonly stage: Stage) {}

  static create(stage: Stage): Scenario {
    return new Scenario(stage);
  }

  fire(step: string): void {
    const run = steps[step];
    if (!run) {
      throw new Error(
        `The scenario has no step "${step}"; it has ${Scenario.steps.join(
          ', ',
        )}.`,
      );
    }
    run(this.stage);
  }

  loop(scheduler: Scheduler): void {
    for (const [minute, step] of round) {
      scheduler.after(minute * 60, () => this.fire(step));
    }
    scheduler.after(roundMinutes * 60, () => this.loop(scheduler));
  }
}
