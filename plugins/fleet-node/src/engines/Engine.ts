import type { Apply } from './Apply';
import type { FleetRecord } from './FleetRecord';
import type { KubernetesObject } from './KubernetesObject';

/** What a projection may know besides the object. @public */
export interface ProjectionContext {
  /** Keys of labels and annotations that prove which entity an object belongs to; copied to `proofs`. */
  proofKeys: readonly string[];
  /** How many entries of the object's long list were only counted, by what `longList` answered for each. */
  counted?: Readonly<Record<string, number>>;
}

/**
 * A list in an object that can be thousands of entries long. Entries pass one by one as they arrive, so that an object costs no more
 * memory than what is kept of it.
 *
 * @public
 */
export interface LongList {
  /** Where it lies: `results`, or `status.violations`. */
  path: string;
  /** Under which word an entry is only counted; undefined: it is kept. */
  countAs(entry: unknown): string | undefined;
}

/** A kind that an engine reads. @public */
export interface EngineKind {
  /** `*`: any group, with a `category`. */
  group: string;
  /** `*`: every kind that discovery finds in the group. */
  kind: string;
  /** Resource name in the API's paths. `*`: every one that discovery finds in the group. */
  plural: string;
  /** Versions the projection understands, best first; discovery decides which one is read. With a `category`, any is. */
  versions: readonly string[];
  /** Only those kinds that discovery puts into this category, such as `managed`. With `plural: '*'`. */
  category?: string;
  /** Narrows what is listed and watched. */
  fieldSelector?: string;
  /**
   * Read only where this API group is served, besides the kind's own. For kinds that every cluster serves: they do not show that
   * the engine is there.
   */
  besideGroup?: string;
  /**
   * How soon a change has to show. `prompt`, the default: within a poll, most often at once. `relaxed`: within five minutes, for
   * what nobody waits for; it spares the API server and the connections. `populated`: prompt once there are objects of it, or one is
   * named by a claim or composite, and relaxed until then.
   */
  pace?: 'prompt' | 'relaxed' | 'populated';
  /**
   * Whether overrides are looked for in objects of this kind: what a client changed of what Git's manager had set. Costs reading
   * their `managedFields` and keeping what Git had set. `only`: they are read for nothing else, and not at all where overrides of
   * the kind are not wanted.
   */
  overrides?: boolean | 'only';
  /** Its entries are told apart as they arrive; the object that is projected has only those that were kept. */
  longList?: LongList;
  /**
   * Makes the records of one object. Pure, and never throws on an object that is short of fields: what is missing becomes the
   * state `unknown` with a summary that says so.
   */
  project(object: KubernetesObject, context: ProjectionContext): FleetRecord[];
  /**
   * Reads from an object of this kind, such as an Event, that the engine applied an application. Pure, and never throws; undefined
   * where the object tells of something else. Drift that the engine undid is told by it.
   */
  applyOf?(object: KubernetesObject): Apply | undefined;
}

/**
 * A thing that runs on a cluster and whose objects are read.
 *
 * @public
 */
export interface Engine {
  /** As in config's `fleet.engines`. */
  name: string;
  title: string;
  /** Raise it when a projection changes: what was read with an older one is read again. */
  projectionVersion: number;
  kinds: readonly EngineKind[];
}
