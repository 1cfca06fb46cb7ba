import type {
  Outcome,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A row of `clusters`, without its nulls. */
export interface ClusterRow {
  name: string;
  title?: string;
  url: string;
  hub: boolean | number;
  owner_ref?: string;
  source: string;
  sign_in: string;
  labels: string;
  links: string;
  environment?: string;
  configured_region?: string;
  configured_provider?: string;
  region?: string;
  provider?: string;
  uid?: string;
  version?: string;
  resource_version?: string;
  outcome: Outcome;
  message?: string;
  outcome_since?: string;
  last_contact_at?: string;
  state: State;
  summary: string;
  since?: string;
  found_engines?: string;
  engines?: string;
  nodes?: string;
  capacity?: string;
  namespaces: number;
  replica?: string;
  lease_until?: string;
  epoch: number;
}
