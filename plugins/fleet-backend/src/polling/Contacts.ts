import type { ClusterLease, FleetPollStore } from '../store/FleetPollStore';

const gatherMs = 1_000;

/**
 * Notes that clusters answered and had nothing new, many in one write: most polls of a quiet fleet come to that. A note that is lost
 * is made again by the next poll.
 */
export class Contacts {
  readonly #store: FleetPollStore;
  #leases: ClusterLease[] = [];
  #timer?: NodeJS.Timeout;

  constructor(store: FleetPollStore) {
    this.#store = store;
  }

  add(lease: ClusterLease) {
    this.#leases.push(lease);
    const at = new Date();
    this.#timer ??= setTimeout(() => this.#flush(at), gatherMs);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #flush(at: Date) {
    this.#timer = undefined;
    const leases = this.#leases;
    this.#leases = [];
    // Whoever renews the leases says that the database is away.
    this.#store.touch(leases, { at }).catch(() => {});
  }
}
