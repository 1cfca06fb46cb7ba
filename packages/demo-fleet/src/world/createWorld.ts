import { ClusterObjects, ClusterPlan } from '../types';
import { ControllerContext } from './controllers/Controller';
import { Controllers } from './controllers/Controllers';
import { Cloud } from './platform/Cloud';
import { createFleet, WorldOptions } from './Fleet';
import { populateCluster } from './populate/populateCluster';
import { Scenario } from './scenario/Scenario';
import { Scheduler } from './Scheduler';

export interface StartOptions {
  /** How much faster than real time the world moves. */
  speed: number;
  /** Plays none of the scenario's rounds. */
  calm?: boolean;
  /** Makes a cluster's API fall silent, and answer again. */
  setSilent?(cluster: string, silent: boolean): void;
  /** Passes on what Flux tells, as its notification-controller does. */
  notify?: ControllerContext['notify'];
  /** What claims of clusters are provided with; without it they make no clusters that answer. */
  cloud?: Cloud;
}

/** What happens in the simulated clusters. */
export interface World {
  /** The hub first, then the spokes. */
  readonly plans: ClusterPlan[];
  /** Fills one cluster. */
  populate(cluster: ClusterObjects, plan: ClusterPlan): void;
  /** Sets controllers and scenario going over clusters by name. */
  start(
    clusters: ReadonlyMap<string, ClusterObjects>,
    options: StartOptions,
  ): void;
  stop(): void;
  /** Lets one step of the scenario happen now, to an application where it can be any. */
  scenario(step: string, application?: string): void;
  readonly scenarioSteps: readonly string[];
}

/** A world of a hub and so many spokes, the same for the same seed. */
export function createWorld(options: WorldOptions): World {
  const fleet = createFleet(options);
  let running: { scheduler: Scheduler; scenario: Scenario } | undefined;
  return {
    plans: fleet.plans,
    scenarioSteps: Scenario.steps,
    populate: (cluster, plan) => populateCluster(fleet, cluster, plan),
    start(initial, { speed, calm, setSilent, notify, cloud }) {
      running?.scheduler.stop();
      const scheduler = Scheduler.create(speed);
      const clusters = new Map(initial);
      const controllers = Controllers.start(fleet, clusters, scheduler, {
        notify,
        cloud,
      });
      const scenario = Scenario.create({
        fleet,
        clusters,
        controllers,
        setSilent,
      });
      scenario.start(scheduler, { calm });
      running = { scheduler, scenario };
    },
    stop() {
      running?.scheduler.stop();
      running = undefined;
    },
    scenario(step, application) {
      if (!running) {
        throw new Error(
          `The world stands still: start it before its step "${step}".`,
        );
      }
      running.scenario.fire(step, application);
    },
  };
}
