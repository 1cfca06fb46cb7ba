import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  Outcome,
  Reachability,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from '../kubernetes/ApiError';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { discover } from '../kubernetes/discovery';
import {
  type ClusterChange,
  type ClusterLease,
  type ClusterPollState,
  type FleetPollStore,
  LeaseLostError,
} from '../store/FleetPollStore';
import { backoff } from './backoff';
import type { Budgets } from './Budgets';
import { ClusterWriter } from './ClusterWriter';
import { CollectionReaders } from './CollectionReaders';
import { identify, type ClusterIdentity } from './identify';
import type { PendingChange } from './PendingChange';
import type { PollingOptions } from './PollingOptions';
import { readVersion } from './readVersion';
import { isOlder } from './resourceVersion';

/** What a poller of a cluster is given. */
export interface ClusterPollerOptions {
  lease: ClusterLease;
  store: FleetPollStore;
  connections: ClusterConnections;
  engines: readonly Engine[];
  proofKeys: readonly string[];
  polling: PollingOptions;
  budgets: Budgets;
  logger: LoggerService;
  /** The store has something new. */
  onChange: () => void;
  /** Another replica holds the cluster now; the poller does nothing any more. */
  onLeaseLost: () => void;
}

const discoveryIntervalMs = 5 * 60_000;
const versionIntervalMs = 10 * 60_000;
/** Events of held watches are written together. */
const flushDelayMs = 300;
const interestIntervalMs = 10_000;
const interestLastsMs = 60_000;

/**
 * Polls one cluster for as long as this replica holds its lease. A poll proves who answers, looks what is served, and brings each
 * kind up to date; what it found is written at once.
 */
export class ClusterPoller {
  readonly #options: ClusterPollerOptions;
  readonly #writer: ClusterWriter;
  readonly #readers: CollectionReaders;
  readonly #abort = new AbortController();
  /** As the store has it. */
  #known?: ClusterPollState;
  #etag?: string;
  #discoveredAt = -Infinity;
  #everything = false;
  #version?: string;
  #versionAt = -Infinity;
  #failures = 0;
  #interestUntil = -Infinity;
  #timer?: NodeJS.Timeout;
  #flushTimer?: NodeJS.Timeout;
  #polling?: Promise<void>;

  constructor(options: ClusterPollerOptions) {
    this.#options = options;
    this.#writer = new ClusterWriter({ ...options, now: Date.now });
    this.#readers = new CollectionReaders({
      ...options,
      now: Date.now,
      intervalMs: options.polling.intervalMs,
      onSteadyEvents: () => this.#flushSoon(),
      onSteadyError: () => this.#schedule(0),
    });
  }

  get lease() {
    return this.#options.lease;
  }

  /** Polls in `delayMs`, and from then on. */
  start(delayMs: number) {
    this.#schedule(delayMs);
  }

  /** Resolves when nothing of it is under way any more. */
  async stop() {
    this.#abort.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#flushTimer);
    this.#readers.release();
    await this.#polling;
    await this.#writer.settled();
  }

  /** Polls now, discovery and what is asked seldom included. */
  async refresh() {
    await this.#polling;
    this.#discoveredAt = -Infinity;
    this.#everything = true;
    await this.#poll();
  }

  /** Somebody is looking: poll more often for a while. */
  interest() {
    const idle = Date.now() > this.#interestUntil;
    this.#interestUntil = Date.now() + interestLastsMs;
    if (idle && this.#failures === 0 && !this.#polling) {
      this.#schedule(this.#intervalMs);
    }
  }

  get #intervalMs() {
    const { intervalMs } = this.#options.polling;
    return Date.now() < this.#interestUntil
      ? Math.min(interestIntervalMs, intervalMs)
      : intervalMs;
  }

  #schedule(delayMs: number) {
    clearTimeout(this.#timer);
    if (!this.#abort.signal.aborted) {
      this.#timer = setTimeout(() => this.#poll(), delayMs);
    }
  }

  #poll(): Promise<void> {
    clearTimeout(this.#timer);
    const suspect =
      this.#failures > 0 ||
      !['ok', 'pending', undefined].includes(this.#known?.reachability.outcome);
    this.#polling ??= this.#options.budgets
      .poll(suspect, () => this.#pollOnce())
      .catch(error => this.#fail(error))
      .finally(() => {
        this.#polling = undefined;
      });
    return this.#polling;
  }

  async #pollOnce() {
    const { store, lease, connections } = this.#options;
    const { signal } = this.#abort;
    if (signal.aborted) {
      return;
    }
    const startedAt = Date.now();
    this.#known ??= await store.readPollState(lease.cluster);
    try {
      const client = connections.get(lease.cluster);
      const identity = await identify(client, signal);
      this.#recognise(identity, this.#known);
      await this.#discover(client, this.#known);
      await this.#readAll(client, identity);
    } catch (error) {
      if (!(error instanceof ApiError) || signal.aborted) {
        throw error;
      }
      await this.#unreached(error);
      return;
    }
    this.#failures = 0;
    this.#schedule(Math.max(0, this.#intervalMs - (Date.now() - startedAt)));
  }

  /** The cluster as a whole did not answer as it should: what is known of it stays, and grows old. */
  async #unreached(error: ApiError) {
    this.#failures += 1;
    this.#readers.release();
    this.#schedule(
      backoff({
        failures: this.#failures,
        intervalMs: this.#options.polling.intervalMs,
        retryAfterSeconds: error.retryAfterSeconds,
        random: Math.random(),
      }),
    );
    await this.#write([], {
      reachability: this.#reachability(error.outcome, error.message),
    });
  }

  /** The store failed, or we did. What was read and not written is read again. */
  #fail(error: unknown) {
    if (this.#abort.signal.aborted) {
      return;
    }
    this.#readers.release();
    if (error instanceof LeaseLostError) {
      this.#abort.abort();
      this.#options.onLeaseLost();
      return;
    }
    this.#options.logger.warn(
      `Polling ${this.lease.cluster} failed and is tried again: ${
        toError(error).message
      }`,
    );
    if (this.#failures === 0) {
      this.#schedule(this.#options.polling.intervalMs);
    }
  }

  async #discover(client: KubernetesClient, known: ClusterPollState) {
    const { engines } = this.#options;
    const { signal } = this.#abort;
    if (Date.now() - this.#versionAt >= versionIntervalMs) {
      this.#version = await readVersion(client, signal);
      this.#versionAt = Date.now();
    }
    if (Date.now() - this.#discoveredAt < discoveryIntervalMs) {
      return;
    }
    const found = await discover(client, {
      groups: new Set(
        engines.flatMap(({ kinds }) => kinds.map(({ group }) => group)),
      ),
      etag: this.#etag,
      signal,
    });
    this.#discoveredAt = Date.now();
    if (found !== 'unchanged') {
      this.#etag = found.etag;
      this.#readers.discovered(found, known.collections);
    }
  }

  /** Lists again what is of another cluster, or of a time that the cluster has gone back behind. */
  #recognise(identity: ClusterIdentity, known: ClusterPollState) {
    const rebuilt =
      identity.uid !== undefined &&
      known.uid !== undefined &&
      identity.uid !== known.uid;
    const restored =
      identity.resourceVersion !== undefined &&
      known.resourceVersion !== undefined &&
      isOlder(identity.resourceVersion, known.resourceVersion);
    if (rebuilt || restored) {
      const how = rebuilt ? 'rebuilt' : 'restored from a backup';
      this.#options.logger.info(
        `Cluster ${this.lease.cluster} was ${how}: everything is listed again`,
      );
      this.#readers.restart();
      known.collections = [];
      this.#discoveredAt = -Infinity;
      this.#versionAt = -Infinity;
    }
  }

  async #readAll(client: KubernetesClient, identity: ClusterIdentity) {
    const { signal } = this.#abort;
    const everything = this.#everything;
    this.#everything = false;
    const asked = await this.#readers.read(client, {
      signal,
      everything,
      writePage: page => this.#write([page]),
    });
    // While some were asked, held watches went on: these come last, and without waiting.
    const pending = [...asked, ...this.#readers.takeSteadyStates()];
    if (signal.aborted) {
      return;
    }
    if (
      pending.some(({ change }) => change.state.outcome === 'broken-answer')
    ) {
      // It may be served no more: look next time.
      this.#discoveredAt = -Infinity;
    }
    await this.#write(pending, {
      reachability: this.#reachability('ok'),
      uid: identity.uid,
      version: this.#version,
      resourceVersion: identity.resourceVersion,
      engines: this.#readers.engines,
    });
    if (!signal.aborted) {
      this.#readers.adjust(client);
      await this.#write(this.#readers.takeSteadyStates());
    }
  }

  #reachability(outcome: Outcome, message?: string): Reachability {
    const before = this.#known?.reachability;
    const now = new Date().toISOString();
    return {
      outcome,
      message,
      since: before?.outcome === outcome ? before.since : now,
      lastContactAt: outcome === 'ok' ? now : before?.lastContactAt,
    };
  }

  #flushSoon() {
    this.#flushTimer ??= setTimeout(() => {
      this.#flushTimer = undefined;
      this.#write(this.#readers.takeSteadyEvents()).catch(error =>
        this.#fail(error),
      );
    }, flushDelayMs);
  }

  async #write(
    pending: readonly PendingChange[],
    contact?: ClusterChange['contact'],
  ) {
    const { changed } = await this.#writer.write(pending, contact);
    const before = this.#known?.reachability.outcome;
    const turned = contact && contact.reachability.outcome !== before;
    if (this.#known && contact) {
      this.#known = {
        ...this.#known,
        reachability: contact.reachability,
        uid: contact.uid ?? this.#known.uid,
        resourceVersion: contact.resourceVersion ?? this.#known.resourceVersion,
      };
    }
    if (changed > 0 || turned) {
      this.#options.onChange();
    }
  }
}
