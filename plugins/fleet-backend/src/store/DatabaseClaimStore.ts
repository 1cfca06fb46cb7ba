import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ClaimRules } from '../claims/ClaimRules';
import type {
  RepositoryNews,
  RepositoryProblem,
} from '../claims/git/FollowedRepository';
import type { RepositoryConfig } from '../clusters/config/FleetConfig';
import {
  noteClaimNews,
  readClaimNews,
  type ClaimNews,
} from './claims/claimNews';
import { pruneClaims } from './claims/pruneClaims';
import * as repositories from './claims/repositories';
import { repositoryProblems } from './claims/repositoryProblems';
import { markAllClaims, sweepClaims } from './claims/sweepClaims';
import type { FleetClaimStore } from './FleetClaimStore';
import type { Access, ListQuery } from './FleetQueryStore';
import { filterClaims } from './queries/claims/filterClaims';
import { findOwningClaim } from './queries/claims/findOwningClaim';
import { foreseeClaim } from './queries/claims/foreseeClaim';
import { getClaimDetail } from './queries/claims/getClaimDetail';
import { getClaimTree } from './queries/claims/getClaimTree';
import { listClaimKinds } from './queries/claims/listClaimKinds';
import { listClaims } from './queries/claims/listClaims';
import { readClaims } from './queries/claims/readClaims';
import type { QueryContext } from './queries/QueryContext';
import type { ObjectQuery } from './queries/recordsOfObject';
import type { ResolutionInputs } from './resolve/ResolutionInputs';

/** The part of the store that answers for claims. */
export class DatabaseClaimStore implements FleetClaimStore {
  readonly #context: QueryContext;
  readonly #rules: ClaimRules;
  readonly #inputs: ResolutionInputs;
  #sweptAll = false;

  constructor(
    context: QueryContext,
    rules: ClaimRules,
    inputs: ResolutionInputs,
  ) {
    this.#context = context;
    this.#rules = rules;
    this.#inputs = inputs;
  }

  list(query: ListQuery) {
    return listClaims(this.#context, this.#rules, query);
  }

  async get(id: string, access: Access) {
    const covered = await this.filter([id], access);
    const [read] = await readClaims(
      this.#context,
      this.#rules,
      covered,
      access,
    );
    return read?.claim;
  }

  getDetail(id: string, access: Access) {
    return getClaimDetail(this.#context, this.#rules, id, access);
  }

  getTree(id: string, query: ListQuery) {
    return getClaimTree(this.#context, id, query);
  }

  filter(ids: readonly string[], access: Access) {
    return filterClaims(this.#context, ids, access);
  }

  findOwner(object: ObjectQuery, access: Access) {
    return findOwningClaim(this.#context, object, access);
  }

  listKinds(access: Access) {
    return listClaimKinds(this.#context, this.#rules, access);
  }

  async foresee(hub: string, manifest: KubernetesObject) {
    const resolution = await this.#inputs.read(this.#context.database);
    return foreseeClaim(this.#context, this.#rules, resolution, hub, manifest);
  }

  async sweep(): Promise<number> {
    const { database, now } = this.#context;
    if (!this.#sweptAll) {
      // The config may be another one than that of the process before.
      await markAllClaims(database);
      this.#sweptAll = true;
    }
    return sweepClaims(database, this.#rules, now());
  }

  keepRepositories(urls: readonly string[]) {
    return repositories.keepRepositories(this.#context.database, urls);
  }

  readRepository(url: string) {
    return repositories.readRepository(this.#context.database, url);
  }

  writeRepository(
    repository: Pick<RepositoryConfig, 'url' | 'hub'>,
    news: RepositoryNews,
  ) {
    const { database, now } = this.#context;
    return repositories.writeRepository(database, repository, news, now());
  }

  failRepository(url: string, problem: RepositoryProblem) {
    const { database, now } = this.#context;
    return repositories.failRepository(database, url, problem, now());
  }

  problems() {
    return repositoryProblems(this.#context.database);
  }

  readNews() {
    const { database, now } = this.#context;
    return readClaimNews(database, now());
  }

  noteNews(news: readonly ClaimNews[]) {
    return noteClaimNews(this.#context.database, news);
  }

  prune({ endedBefore }: { endedBefore: Date }) {
    return pruneClaims(this.#context.database, endedBefore);
  }
}
