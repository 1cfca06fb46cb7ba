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
  createFleetClusterConditionalDecision,
  fleetClusterConditions,
} from './permissions/clusterRules';
export type { FleetCondition } from './store/FleetQueryStore';
