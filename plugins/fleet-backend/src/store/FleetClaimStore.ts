import type {
  Claim,
  ClaimDetail,
  ClaimKind,
  ClaimList,
  ClaimTree,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ClusterProblem,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type {
  RepositoryNews,
  RepositoryProblem,
  RepositoryState,
} from '../claims/git/FollowedRepository';
import type { RepositoryConfig } from '../clusters/config/FleetConfig';
import type { ClaimNews } from './claims/claimNews';
import type { Access, ListQuery } from './FleetQueryStore';
import type { ObjectQuery } from './queries/recordsOfObject';

/** A kind that can be claimed, with the schema of the whole object where that can be read. */
export interface OfferedKind {
  claimKind: ClaimKind;
  schema?: Record<string, unknown>;
}

/** What becomes of a manifest that is ordered. */
export interface ForeseenClaim {
  /** As permissions see it. Its state says nothing. */
  claim: Claim;
  /** Where the hub has it already. */
  present?: Claim;
  /** What the hub has of it, secrets masked. */
  old?: KubernetesObject;
}

/** The side of the store that answers for claims. */
export interface FleetClaimStore {
  list(query: ListQuery): Promise<ClaimList>;
  /** Undefined when there is none or the caller may not see it. */
  get(id: string, access: Access): Promise<Claim | undefined>;
  getDetail(id: string, access: Access): Promise<ClaimDetail | undefined>;
  /** The objects of a claim. Undefined when the caller may not see it. */
  getTree(id: string, query: ListQuery): Promise<ClaimTree | undefined>;
  /** Which of these claims the access covers. */
  filter(ids: readonly string[], access: Access): Promise<string[]>;
  /** A claim whose tree this object is part of, of those that the access covers. */
  findOwner(object: ObjectQuery, access: Access): Promise<string | undefined>;
  /** What the hubs that the caller sees offer; nothing for those who may see no claims at all. */
  listKinds(access: Access): Promise<OfferedKind[]>;
  /** Whether the caller may see it is not asked. */
  foresee(hub: string, manifest: KubernetesObject): Promise<ForeseenClaim>;
  /**
   * Brings claims up to date with what was read of hubs, Git and spokes. One replica does so at a time. Answers how many are told
   * otherwise now.
   */
  sweep(): Promise<number>;

  /** Forgets repositories that the config no longer names. */
  keepRepositories(urls: readonly string[]): Promise<void>;
  readRepository(url: string): Promise<RepositoryState>;
  /** Keeps what a repository answered. */
  writeRepository(
    repository: Pick<RepositoryConfig, 'url' | 'hub'>,
    news: RepositoryNews,
  ): Promise<void>;
  /** Keeps why a repository gives no answer; what it answered before stays. */
  failRepository(url: string, problem: RepositoryProblem): Promise<void>;
  /** What keeps repositories from being followed, and what to do. */
  problems(): Promise<ClusterProblem[]>;
  /** Claims that fail or are ready, whose owners have not been told. */
  readNews(): Promise<ClaimNews[]>;
  /** Their owners have been told. */
  noteNews(news: readonly ClaimNews[]): Promise<void>;
  /** Deletes what is too long ago: durations, pull requests, upgrades that ended before that. */
  prune(options: { endedBefore: Date }): Promise<void>;
}
