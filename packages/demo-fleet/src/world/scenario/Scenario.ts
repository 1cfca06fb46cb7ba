import { Scheduler } from '../Scheduler';
import { breakCanary, mendCanary } from './canaries';
import {
  editByHand,
  editConfig,
  releaseWhileSuspended,
  removeMemoryLimit,
  resumeRelease,
  resumeSource,
  returnApplication,
  scaleByHand,
  skipStaging,
  suspendRelease,
  suspendSource,
  withdrawApplication,
} from './drifts';
import {
  breakKustomization,
  mendKustomization,
  silenceSpoke,
  wakeSpoke,
} from './faults';
import {
  breakPolicy,
  expireException,
  mendPolicy,
  weakenPolicy,
} from './policies';
import { release } from './releases';
import { Stage, Step } from './Stage';

const steps: Record<string, Step> = {
  'release-development': release('development'),
  'release-staging': release('staging'),
  'release-production': release('production'),
  'break-kustomization': breakKustomization,
  'mend-kustomization': mendKustomization,
  'edit-by-hand': editByHand,
  'scale-by-hand': scaleByHand,
  'remove-memory-limit': removeMemoryLimit,
  'edit-config': editConfig,
  'release-while-suspended': releaseWhileSuspended,
  'suspend-release': suspendRelease,
  'resume-release': resumeRelease,
  'suspend-source': suspendSource,
  'resume-source': resumeSource,
  'skip-staging': skipStaging,
  'withdraw-application': withdrawApplication,
  'return-application': returnApplication,
  'weaken-policy': weakenPolicy,
  'break-policy': breakPolicy,
  'mend-policy': mendPolicy,
  'expire-exception': expireException,
  'break-canary': breakCanary,
  'mend-canary': mendCanary,
  'silence-spoke': silenceSpoke,
  'wake-spoke': wakeSpoke,
};

/** What a new user finds beside what the clusters hold from the beginning, so that no kind of drift is without an example. */
const opening: [minute: number, step: string][] = [
  [1, 'suspend-source'],
  [1.5, 'edit-config'],
];

/** One round, in minutes. */
const round: [minute: number, step: string][] = [
  [1, 'edit-by-hand'],
  [2, 'release-development'],
  [4, 'break-kustomization'],
  [7, 'silence-spoke'],
  [9, 'release-staging'],
  [11, 'wake-spoke'],
  [12, 'mend-kustomization'],
  [14, 'remove-memory-limit'],
  [16, 'scale-by-hand'],
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

  fire(step: string, application?: string): void {
    const run = steps[step];
    if (!run) {
      throw new Error(
        `The scenario has no step "${step}"; it has ${Scenario.steps.join(
          ', ',
        )}.`,
      );
    }
    run(this.stage, application);
  }

  start(scheduler: Scheduler, { calm }: { calm?: boolean } = {}): void {
    this.play(scheduler, opening);
    if (!calm) {
      this.loop(scheduler);
    }
  }

  private loop(scheduler: Scheduler): void {
    this.play(scheduler, round);
    scheduler.after(roundMinutes * 60, () => this.loop(scheduler));
  }

  private play(scheduler: Scheduler, script: typeof round): void {
    for (const [minute, step] of script) {
      scheduler.after(minute * 60, () => this.fire(step));
    }
  }
}
