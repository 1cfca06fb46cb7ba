import type { JsonObject } from '@backstage/types';
import type {
  ClaimDetail,
  ClaimEvents,
  ClaimKindDetail,
  ClaimKindList,
  ClaimList,
  ClaimOffers,
  ClaimTree,
  ClaimValidation,
  ClusterUpgrade,
  ClusterUpgradeList,
  UpgradeReadiness,
} from '../types';
import type { FleetListOptions } from './FleetListOptions';
import type { FleetRequestOptions, FleetRequests } from './FleetRequests';

/**
 * The part of the typed client that speaks of claims.
 *
 * @public
 */
export class FleetClaimClient {
  readonly #requests: FleetRequests;

  /** @internal */
  constructor(requests: FleetRequests) {
    this.#requests = requests;
  }

  list(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<ClaimList>('claims', options, request);
  }

  get(id: string, request?: FleetRequestOptions) {
    return this.#requests.get<ClaimDetail>(pathOf(id), {}, request);
  }

  tree(id: string, options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<ClaimTree>(
      `${pathOf(id)}/tree`,
      options,
      request,
    );
  }

  events(id: string, request?: FleetRequestOptions) {
    return this.#requests.get<ClaimEvents>(`${pathOf(id)}/events`, {}, request);
  }

  /** Holds a claim against the schema that the hub has of its kind. */
  validate(
    claim: { manifest: JsonObject; cluster?: string },
    request?: FleetRequestOptions,
  ) {
    return this.#requests.post<ClaimValidation>(
      'claims/validate',
      claim,
      request,
    );
  }

  kinds(request?: FleetRequestOptions) {
    return this.#requests.get<ClaimKindList>('claim-kinds', {}, request);
  }

  kind(id: string, request?: FleetRequestOptions) {
    return this.#requests.get<ClaimKindDetail>(
      `claim-kinds/${encodeURIComponent(id)}`,
      {},
      request,
    );
  }

  /** What the platform lets people choose from. */
  offers(request?: FleetRequestOptions) {
    return this.#requests.get<ClaimOffers>('claim-offers', {}, request);
  }

  upgrades(options?: { cluster?: string }, request?: FleetRequestOptions) {
    return this.#requests.get<ClusterUpgradeList>(
      'cluster-upgrades',
      options,
      request,
    );
  }

  /** Upgrades clusters in waves, by the ids of their claims. */
  startUpgrade(
    upgrade: {
      version: string;
      waves: { title: string; claims: string[] }[];
    },
    request?: FleetRequestOptions,
  ) {
    return this.#requests.post<ClusterUpgrade>(
      'cluster-upgrades',
      upgrade,
      request,
    );
  }

  stopUpgrade(id: string, request?: FleetRequestOptions) {
    return this.#requests.post<ClusterUpgrade>(
      `cluster-upgrades/${encodeURIComponent(id)}/stop`,
      undefined,
      request,
    );
  }

  /** What stands in the way of a cluster's next Kubernetes version. */
  upgradeReadiness(cluster: string, request?: FleetRequestOptions) {
    return this.#requests.get<UpgradeReadiness>(
      `clusters/${encodeURIComponent(cluster)}/upgrade-readiness`,
      {},
      request,
    );
  }
}

function pathOf(id: string): string {
  return `claims/${encodeURIComponent(id)}`;
}
