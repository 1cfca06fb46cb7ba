/**
 * Types, permissions, annotations and the typed API client of Fleet Commander.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './claims/ClaimChange';
export * from './claims/ClaimStepName';
export * from './claims/ClaimType';
export * from './clusterEntityName';
export * from './drift/DriftKind';
export * from './drift/DriftSeverity';
export * from './permissions';
export * from './policy/CoverageState';
export type {
  ControlPolicy,
  PolicyControl,
} from './policy/controls/PolicyControl';
export * from './policy/controls/policyControls';
export * from './policy/PolicyMode';
export * from './policy/PolicySeverity';
export * from './policy/PolicyType';
export * from './policy/PolicyVerdict';
export * from './promotion/ArtifactKind';
export * from './promotion/GateState';
export * from './promotion/PromotionAction';
export * from './promotion/PromotionEventType';
export * from './promotion/PromotionState';
export * from './records/State';
export * from './types';
export { openApiDocument } from './api/openapi';
export * from './api/FleetClaimClient';
export * from './api/FleetClient';
export * from './api/FleetListOptions';
export * from './api/FleetPolicyClient';
export * from './api/FleetPromotionClient';
export type { FleetRequestOptions } from './api/FleetRequests';
