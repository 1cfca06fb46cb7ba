import type { WatchEvent } from '../kubernetes/KubernetesClient';
import type { ProjectedObject } from '../store/FleetPollStore';
import { projectDeletion, projectObject } from './projectObject';
import type { ReadableKind } from './ReadableKind';

/** What a watch brought and nobody has taken yet, in order. */
export class FoldedEvents {
  readonly #readable: ReadableKind;
  readonly #proofKeys: readonly string[];
  #objects: ProjectedObject[] = [];
  #resourceVersion?: string;

  constructor(readable: ReadableKind, proofKeys: readonly string[]) {
    this.#readable = readable;
    this.#proofKeys = proofKeys;
  }

  /** Where a watch goes on behind them; undefined when there is nothing. */
  get resourceVersion() {
    return this.#resourceVersion;
  }

  /** Answers how many changed something: bookmarks only advance. */
  fold(events: readonly WatchEvent[]): number {
    const before = this.#objects.length;
    for (const { type, object } of events) {
      this.#resourceVersion = object.metadata.resourceVersion;
      if (type === 'DELETED') {
        this.#objects.push(projectDeletion(object));
      } else if (type !== 'BOOKMARK') {
        this.#objects.push(
          projectObject(this.#readable, object, this.#proofKeys),
        );
      }
    }
    return this.#objects.length - before;
  }

  take(): { objects: ProjectedObject[]; resourceVersion?: string } {
    const taken = {
      objects: this.#objects,
      resourceVersion: this.#resourceVersion,
    };
    this.clear();
    return taken;
  }

  clear() {
    this.#objects = [];
    this.#resourceVersion = undefined;
  }
}
