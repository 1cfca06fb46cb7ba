import type {
  Application,
  Source,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

/** What a command acts on. */
export interface CommandSubject {
  application: Application;
  /** Flux: what the application is fetched from, on the same cluster. */
  sources: readonly Source[];
  /** As it is now on its cluster. Absent in a preview, which asks no cluster. */
  object?: KubernetesObject;
  now: Date;
}

/** A merge patch of the application, or of one of its sources. */
export interface CommandPatch {
  object: {
    apiVersion: string;
    kind: string;
    namespace?: string;
    name: string;
  };
  patch: { metadata?: { annotations?: Record<string, string | null> } };
}

/** What a command would do, in words and as patches in order; or why it would be of no use. */
export type CommandPlan =
  | { refused: string }
  | { message: string; warnings: string[]; patches: CommandPatch[] };

/** Plans one action of one engine. Pure. */
export type Command = (subject: CommandSubject) => CommandPlan;
