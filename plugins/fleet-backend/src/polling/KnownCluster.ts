import type {
  Outcome,
  Reachability,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ClusterChange,
  ClusterPollState,
  CollectionKey,
  CollectionState,
} from '../store/FleetPollStore';
import type { ClusterIdentity } from './identify';
import { collectionName } from './ReadableKind';
import { isOlder } from './resourceVersion';

type Contact = NonNullable<ClusterChange['contact']>;

/** What else the store is told of a cluster that answers as before is written this seldom; that it answers, each time. */
const fullContactMs = 2 * 60_000;

/** What is known of one cluster as a whole, and what of that the store knows. */
export class KnownCluster {
  #collections: ClusterPollState['collections'];
  readonly #now: () => number;
  #reachability: Reachability;
  #uid?: string;
  #resourceVersion?: string;
  #told = '';
  #toldAt = -Infinity;

  constructor(state: ClusterPollState, now: () => number) {
    this.#now = now;
    this.#collections = state.collections;
    this.#reachability = state.reachability;
    this.#uid = state.uid;
    this.#resourceVersion = state.resourceVersion;
  }

  get outcome(): Outcome {
    return this.#reachability.outcome;
  }

  /** As the store had them when the cluster was taken over, without what was forgotten since. */
  get collections(): readonly CollectionState[] {
    return this.#collections;
  }

  /** What the store had of these collections, by default of all, holds no more. */
  forget(keys: readonly CollectionKey[] = this.#collections) {
    const gone = new Set(keys.map(collectionName));
    this.#collections = this.#collections.filter(
      key => !gone.has(collectionName(key)),
    );
  }

  /** Whether who answers is another cluster than the one known, or that one at an earlier time; then nothing known holds any more. */
  recognise(identity: ClusterIdentity): 'rebuilt' | 'restored' | undefined {
    if (identity.uid && this.#uid && identity.uid !== this.#uid) {
      return 'rebuilt';
    }
    return identity.resourceVersion &&
      this.#resourceVersion &&
      isOlder(identity.resourceVersion, this.#resourceVersion)
      ? 'restored'
      : undefined;
  }

  reachability(outcome: Outcome, message?: string): Reachability {
    const before = this.#reachability;
    const now = new Date(this.#now()).toISOString();
    return {
      outcome,
      message,
      since: before.outcome === outcome ? before.since : now,
      lastContactAt: outcome === 'ok' ? now : before.lastContactAt,
    };
  }

  /** Whether the store knows all of this but the time. */
  isTold(contact: Contact): boolean {
    return (
      this.#told === gistOf(contact) &&
      this.#now() - this.#toldAt < fullContactMs
    );
  }

  /** The contact was made; with `told` the store has it. Answers whether the outcome is another than before. */
  keep(contact: Contact, { told }: { told: boolean }): boolean {
    const turned = contact.reachability.outcome !== this.outcome;
    this.#reachability = contact.reachability;
    this.#uid = contact.uid ?? this.#uid;
    this.#resourceVersion = contact.resourceVersion ?? this.#resourceVersion;
    if (told) {
      this.#told = gistOf(contact);
      this.#toldAt = this.#now();
    }
    return turned;
  }
}

function gistOf({ reachability, uid, version, engines }: Contact): string {
  const { outcome, message } = reachability;
  return JSON.stringify([outcome, message, uid, version, engines]);
}
