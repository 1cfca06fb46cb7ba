import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from '../kubernetes/ApiError';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { discover } from '../kubernetes/discovery';
import {
  type ClusterChange,
  type ClusterLease,
  type FleetPollStore,
  LeaseLostError,
} from '../store/FleetPollStore';
import { backoff } from './backoff';
import type { Budgets } from './Budgets';
import type { Contacts } from './Contacts';
import { ClusterWriter } from './ClusterWriter';
import { CollectionReaders } from './CollectionReaders';
import { identify, type ClusterIdentity } from './identify';
import { KnownCluster } from './KnownCluster';
import type { PendingChange } from './PendingChange';
import type { PollingOptions } from './PollingOptions';
import { readVersion } from './readVersion';
import { takeOver } from './takeOver';

/** What a poller of a cluster is given. */
export interface ClusterPollerOptions {
  lease: ClusterLease;
  store: FleetPollStore;
  connections: ClusterConnections;
  engines: readonly Engine[];
  proofKeys: readonly string[];
  /** Names by which clients that write for Git sign the fields that they set. */
  gitManagers: ReadonlySet<string>;
  polling: PollingOptions;
  budgets: Budgets;
  contacts: Contacts;
  logger: LoggerService;
  /** The store has something new. */
  onChange: () => void;
  /** Another replica holds the cluster now; the poller does nothing any more. */
  onLeaseLost: () => void;
}

const discoveryIntervalMs = 5 * 60_000;
/** To a cluster so young its engines are still coming, and people wait for them. */
const youngMs = 60 * 60_000;
/** Who upgrades a cluster waits for it, and it is a small thing to ask. */
const versionIntervalMs = 60_000;
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
  #known?: KnownCluster;
  #etag?: string;
  #discoveredAt = -Infinity;
  /** Somebody waits for the next poll. */
  #awaited = false;
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

  /** Polls now, discovery, the version and what is asked seldom included. */
  async refresh() {
    // What is seen for the first time is better shown whole.
    if (this.#known?.outcome === 'ok') {
      this.#readers.hurry();
    }
    await this.#polling;
    this.#discoveredAt = -Infinity;
    this.#versionAt = -Infinity;
    this.#awaited = true;
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
      !['ok', 'pending', undefined].includes(this.#known?.outcome);
    this.#polling ??= this.#options.budgets
      .poll(suspect, () => this.#pollOnce())
      .catch(error => this.#fail(error))
      .finally(() => {
        this.#polling = undefined;
      });
    return this.#polling;
  }

  async #pollOnce() {
    const { lease, connections } = this.#options;
    const { signal } = this.#abort;
    if (signal.aborted) {
      return;
    }
    const startedAt = Date.now();
    const known = await this.#takeOver();
    try {
      const client = connections.get(lease.cluster);
      const identity = await identify(client, signal);
      this.#recognise(known, identity);
      await this.#discover(client, known, identity);
      await this.#readAll(client, known, identity);
    } catch (error) {
      if (!(error instanceof ApiError) || signal.aborted) {
        throw error;
      }
      await this.#unreached(known, error);
      return;
    }
    this.#failures = 0;
    this.#schedule(Math.max(0, this.#intervalMs - (Date.now() - startedAt)));
  }

  async #takeOver(): Promise<KnownCluster> {
    if (!this.#known) {
      const { state, changed } = await takeOver(this.#options);
      this.#known = new KnownCluster(state, Date.now);
      if (changed) {
        this.#options.onChange();
      }
    }
    return this.#known;
  }

  /** The cluster as a whole did not answer as it should: what is known of it stays, and grows old. */
  async #unreached(known: KnownCluster, error: ApiError) {
    this.#failures += 1;
    // Who asks to be asked less is not asked to open all streams anew.
    if (error.outcome !== 'throttled') {
      this.#readers.release();
    }
    this.#schedule(
      backoff({
        failures: this.#failures,
        intervalMs: this.#options.polling.intervalMs,
        retryAfterSeconds: error.retryAfterSeconds,
        random: Math.random(),
      }),
    );
    await this.#write([], {
      reachability: known.reachability(error.outcome, error.message),
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
    this.#schedule(this.#options.polling.intervalMs);
  }

  async #discover(
    client: KubernetesClient,
    known: KnownCluster,
    { createdAt }: ClusterIdentity,
  ) {
    const { engines } = this.#options;
    const { signal } = this.#abort;
    if (Date.now() - this.#versionAt >= versionIntervalMs) {
      this.#version = await readVersion(client, signal);
      this.#versionAt = Date.now();
    }
    const now = Date.now();
    const isYoung =
      createdAt !== undefined && now - Date.parse(createdAt) < youngMs;
    if (!isYoung && now - this.#discoveredAt < discoveryIntervalMs) {
      return;
    }
    const found = await discover(client, {
      groups: new Set(
        engines.flatMap(({ kinds }) => kinds.map(({ group }) => group)),
      ),
      etag: this.#etag,
      signal,
    });
    if (found !== 'unchanged') {
      const gone = this.#readers.discovered(found, known.collections);
      if (gone.length > 0) {
        await this.#writer.forget(gone);
        this.#readers.forget(gone);
        known.forget(gone);
        this.#options.onChange();
      }
      this.#etag = found.etag;
    }
    this.#discoveredAt = Date.now();
  }

  /** Lists again what is of another cluster, or of a time that the cluster has gone back behind. */
  #recognise(known: KnownCluster, identity: ClusterIdentity) {
    const how = known.recognise(identity);
    if (how) {
      this.#options.logger.info(
        `Cluster ${this.lease.cluster} was ${how}: everything is listed again`,
      );
      this.#readers.restart();
      known.forget();
      this.#discoveredAt = -Infinity;
      this.#versionAt = -Infinity;
    }
  }

  async #readAll(
    client: KubernetesClient,
    known: KnownCluster,
    identity: ClusterIdentity,
  ) {
    const { signal } = this.#abort;
    const awaited = this.#awaited;
    this.#awaited = false;
    const first = known.outcome === 'pending';
    const asked = await this.#readers.read(client, {
      signal,
      awaited,
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
    const contact = {
      reachability: known.reachability('ok'),
      uid: identity.uid,
      version: this.#version,
      resourceVersion: identity.resourceVersion,
      engines: this.#readers.engines,
    };
    if (pending.length === 0 && known.isTold(contact)) {
      known.keep(contact, { told: false });
      this.#options.contacts.add(this.lease);
    } else {
      await this.#write(pending, contact);
    }
    // The first look at a fleet is long enough without thousands of streams to open: their turn is the next poll.
    if (!signal.aborted && !first) {
      this.#readers.adjust(client);
      await this.#write(this.#readers.takeSteadyStates());
    }
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
    const turned = contact && this.#known?.keep(contact, { told: true });
    if (changed > 0 || turned) {
      this.#options.onChange();
    }
  }
}
