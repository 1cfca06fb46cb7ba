import type {
  ClaimStepName,
  ClaimStepState,
  ClaimType,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A row of `claims`, without its nulls. */
export interface ClaimRow {
  id: string;
  /** The hub. */
  cluster: string;
  on_hub: boolean;
  type: ClaimType;
  api_version: string;
  kind: string;
  namespace?: string;
  name: string;
  state: State;
  urgency: number;
  summary: string;
  since?: string;
  step: ClaimStepName;
  step_state: ClaimStepState;
  makes_cluster?: string;
  environment?: string;
  region?: string;
  provider?: string;
  version?: string;
  created_at?: string;
  ready_at?: string;
  search: string;
  /** JSON: {@link TreeSummary}. */
  tree?: string;
  /** JSON: list of ClaimStep. */
  steps: string;
}

export const claimColumns = [
  'id',
  'cluster',
  'on_hub',
  'type',
  'api_version',
  'kind',
  'namespace',
  'name',
  'state',
  'urgency',
  'summary',
  'since',
  'step',
  'step_state',
  'makes_cluster',
  'environment',
  'region',
  'provider',
  'version',
  'created_at',
  'ready_at',
  'search',
  'tree',
  'steps',
] as const satisfies readonly (keyof ClaimRow)[];
