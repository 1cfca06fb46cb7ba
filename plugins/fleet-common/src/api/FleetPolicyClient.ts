import type {
  PolicyCoverage,
  PolicyDetail,
  PolicyExceptionList,
  PolicyList,
  PolicyPosture,
  PolicyResultList,
  PolicyTrend,
} from '../types';
import type { FleetListOptions } from './FleetListOptions';
import type { FleetRequestOptions, FleetRequests } from './FleetRequests';

/** A window of the coverage. @public */
export interface FleetCoverageOptions extends FleetListOptions {
  /** What the rows are; policies by default. */
  groupBy?: 'policy' | 'control';
  /** Only rows that fall short of the baseline. */
  deviations?: boolean;
  columnOffset?: number;
  columnLimit?: number;
}

/** What the posture is asked of. @public */
export interface FleetPostureOptions extends FleetListOptions {
  /** Owners by default. */
  groupBy?: 'owner' | 'environment' | 'cluster';
}

/**
 * The part of the typed client that speaks of policies.
 *
 * @public
 */
export class FleetPolicyClient {
  readonly #requests: FleetRequests;

  /** @internal */
  constructor(requests: FleetRequests) {
    this.#requests = requests;
  }

  list(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<PolicyList>('policies', options, request);
  }

  get(id: string, request?: FleetRequestOptions) {
    return this.#requests.get<PolicyDetail>(
      `policies/${encodeURIComponent(id)}`,
      {},
      request,
    );
  }

  results(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<PolicyResultList>(
      'policy-results',
      options,
      request,
    );
  }

  coverage(options?: FleetCoverageOptions, request?: FleetRequestOptions) {
    return this.#requests.get<PolicyCoverage>(
      'policy-coverage',
      options,
      request,
    );
  }

  posture(options?: FleetPostureOptions, request?: FleetRequestOptions) {
    return this.#requests.get<PolicyPosture>(
      'policy-posture',
      options,
      request,
    );
  }

  /** Day by day, back from today; 30 days by default. */
  trend(
    options?: { filter?: string[]; days?: number },
    request?: FleetRequestOptions,
  ) {
    return this.#requests.get<PolicyTrend>('policy-trend', options, request);
  }

  exceptions(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<PolicyExceptionList>(
      'policy-exceptions',
      options,
      request,
    );
  }
}
