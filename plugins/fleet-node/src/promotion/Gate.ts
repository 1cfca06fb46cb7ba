import type { JsonObject } from '@backstage/types';
import type { GateVerdict } from '@fleetcommander/backstage-plugin-fleet-common';
import type { GateFacts } from './GateFacts';

/** What a gate says, before its name is put to it. @public */
export type GateFinding = Omit<GateVerdict, 'gate' | 'title' | 'evidence'> &
  Partial<Pick<GateVerdict, 'title' | 'evidence'>>;

/**
 * A condition to enter a stage: a pure function of what is known. It asks nobody and remembers nothing, so that it can be judged again
 * at any time. What it needs and is not among the facts makes it `unknown`, never `passed`.
 *
 * @public
 */
export interface Gate {
  /** In the config of a pipeline: `approvals`. */
  name: string;
  /** To show: Approvals. */
  title: string;
  /**
   * What the config gives it, as it is written there, made into what {@link Gate.check} takes.
   *
   * @throws Error with a message that names the key and says what to write. The part of it that is wrong is then told where the config is.
   */
  readOptions(options: JsonObject): JsonObject;
  check(facts: GateFacts, options: JsonObject): GateFinding;
}
