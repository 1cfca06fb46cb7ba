/**
 * Polls the clusters of a fleet once, keeps their state and answers every screen from it.
 *
 * @packageDocumentation
 */
export { fleetPlugin as default } from './plugin';
export {
  createFleetApplicationConditionalDecision,
  fleetApplicationConditions,
  type FleetApplicationResource,
} from './permissions/applicationRules';
export {
  createFleetClaimConditionalDecision,
  fleetClaimConditions,
  type FleetClaimResource,
} from './permissions/claimRules';
export {
  createFleetClusterConditionalDecision,
  fleetClusterConditions,
} from './permissions/clusterRules';
export type { FleetCondition } from './store/FleetQueryStore';
