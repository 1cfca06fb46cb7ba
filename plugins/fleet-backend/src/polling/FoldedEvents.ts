import { isSetByGit } from '../drift/override/isSetByGit';
import type { WatchEvent } from '../kubernetes/KubernetesClient';
import type { ProjectedObject } from '../store/FleetPollStore';
import { digest, gistOf } from '../store/poll/gistOf';
import { projectDeletion, projectObject } from './projectObject';
import type { ReadableKind } from './ReadableKind';

/** Gist of an object that nobody waits for. */
const nothing = '';
/** Gist of one that is no more. */
const gone = 'gone';

/** What a watch brought and nobody has taken yet, in order. */
export class FoldedEvents {
  readonly #readable: ReadableKind;
  readonly #proofKeys: readonly string[];
  /** What was last seen of each object, but for what engines write each time they look. */
  readonly #gists = new Map<string, string>();
  #objects: ProjectedObject[] = [];
  /** Of the newest of an object among those that wait. */
  #places = new Map<string, number>();
  #resourceVersion?: string;

  constructor(readable: ReadableKind, proofKeys: readonly string[]) {
    this.#readable = readable;
    this.#proofKeys = proofKeys;
  }

  /** Where a watch goes on behind them; undefined when there is nothing. */
  get resourceVersion() {
    return this.#resourceVersion;
  }

  get size() {
    return this.#objects.length;
  }

  /**
   * Answers how many events were of objects (bookmarks only advance), and how many of these tell anything: engines write each time
   * they look, and nobody waits for that.
   */
  fold(events: readonly WatchEvent[]): { events: number; telling: number } {
    let folded = 0;
    let telling = 0;
    for (const event of events) {
      const { type, object } = event;
      this.#resourceVersion = object.metadata.resourceVersion;
      if (type !== 'BOOKMARK') {
        folded += 1;
        const projected =
          type === 'DELETED'
            ? projectDeletion(object)
            : projectObject(this.#readable, event, this.#proofKeys);
        telling += this.#add(projected, type === 'DELETED') ? 1 : 0;
        if (type === 'DELETED') {
          // A watch may be held for weeks, and names such as those of Jobs do not come again.
          this.#gists.delete(projected.key);
        }
      }
    }
    return { events: folded, telling };
  }

  take(): { objects: ProjectedObject[]; resourceVersion?: string } {
    const taken = {
      objects: this.#objects,
      resourceVersion: this.#resourceVersion,
    };
    this.#objects = [];
    this.#places = new Map();
    this.#resourceVersion = undefined;
    return taken;
  }

  /** What it brought is lost. */
  clear() {
    this.take();
    this.#gists.clear();
  }

  /** Whether it tells anything. */
  #add(object: ProjectedObject, isGone: boolean): boolean {
    const known = this.#gists.get(object.key);
    const gist =
      isGone && known !== nothing ? gone : gistOfObject(object, this.#readable);
    const place = this.#places.get(object.key);
    this.#gists.set(object.key, gist);
    if ((known ?? nothing) !== gist) {
      this.#places.set(object.key, this.#objects.push(object) - 1);
      return true;
    }
    if (place === undefined) {
      this.#places.set(object.key, this.#objects.push(object) - 1);
    } else {
      // It says the same as the one before, only later.
      this.#objects[place] = object;
    }
    return false;
  }
}

/**
 * What of an object somebody may wait for: its records, who set which of its fields to what, and what an engine applied. Of what Git
 * has set nothing in, nobody waits for anything: leaders note every other second in a ConfigMap that they still are.
 */
function gistOfObject(
  { records, live, apply }: ProjectedObject,
  { gitManagers }: ReadableKind,
): string {
  const owned =
    live && gitManagers && isSetByGit(live, gitManagers) ? live : undefined;
  const others = [owned, apply].filter(part => part !== undefined);
  return [
    ...records.map(gistOf),
    ...others.map(part => digest(JSON.stringify(part))),
  ].join();
}
