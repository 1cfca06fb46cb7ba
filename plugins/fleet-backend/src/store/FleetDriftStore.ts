import type {
  Drift,
  DriftCounts,
  DriftList,
  DriftMark,
  DriftSeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftNews } from './drift/driftNews';
import type { CollectionKey } from './FleetPollStore';
import type { Access, ListQuery } from './FleetQueryStore';

/** The side of the store that keeps the ledger of drift. */
export interface FleetDriftStore {
  listDrifts(query: ListQuery): Promise<DriftList>;
  /** Of what is open and not muted, unless the filter asks for other. */
  countDrifts(
    query: Pick<ListQuery, 'access' | 'filter'>,
  ): Promise<DriftCounts>;
  /** Undefined when there is none or the caller may not see it. */
  getDrift(id: string, access: Access): Promise<Drift | undefined>;
  /** What a person says of it. Who may was settled before. */
  markDrift(
    id: string,
    mark: { acknowledged: DriftMark } | { muted: DriftMark },
  ): Promise<void>;
  /**
   * Asks the detectors again for what time alone turns into drift, and for what goes by several clusters. Answers how many drifts
   * began, changed or ended.
   */
  sweepDrifts(): Promise<number>;
  /** Overrides are looked for in objects of these kinds only: what was found in others ends. */
  keepOverridesOf(
    kinds: readonly Pick<CollectionKey, 'engine' | 'group' | 'plural'>[],
  ): Promise<void>;
  /** What owners have not been told yet, worst first: new drift of that severity or worse, and the end of what they were told of. */
  readDriftNews(options: { severity: DriftSeverity }): Promise<DriftNews[]>;
  /** Their owners have been told. */
  noteDriftNews(news: readonly DriftNews[]): Promise<void>;
  /** Deletes what ended before that. */
  pruneDrifts(options: { endedBefore: Date }): Promise<void>;
}
