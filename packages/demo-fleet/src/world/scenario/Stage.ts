import { ClusterObjects } from '../../types';
import { Component } from '../components';
import { Controllers } from '../controllers/Controllers';
import { Fleet } from '../Fleet';

/** What a step of the scenario can move. */
export interface Stage {
  fleet: Fleet;
  clusters: ReadonlyMap<string, ClusterObjects>;
  controllers: Controllers;
  /** The release under way; the next one starts in development. */
  release?: Release;
  setSilent?(cluster: string, silent: boolean): void;
}

/** A version on its way through the environments. */
export interface Release {
  component: Component;
  version: string;
  turn: number;
}

/** Something that happens to the fleet: to one application of it, where it can be any. */
export type Step = (stage: Stage, application?: string) => void;
