/**
 * Form fields for software templates.
 *
 * @packageDocumentation
 */
export { scaffolderModuleFleet as default } from './module';
export { FleetClusterPickerSchema } from './clusterPicker/schema';
export { validateCluster } from './clusterPicker/validateCluster';
export { FleetEnvironmentPickerSchema } from './environmentPicker/schema';
export { validateEnvironment } from './environmentPicker/validateEnvironment';
export { FleetRegionPickerSchema } from './regionPicker/schema';
export { validateRegion } from './regionPicker/validateRegion';
export { FleetKubernetesVersionPickerSchema } from './versionPicker/schema';
export { validateKubernetesVersion } from './versionPicker/validateKubernetesVersion';
export { FleetNodeGroupsSchema } from './nodeGroups/schema';
export { validateNodeGroups } from './nodeGroups/validateNodeGroups';
export { FleetAddonsSchema } from './addons/schema';
export { validateAddons } from './addons/validateAddons';
export { FleetClaimSpecSchema } from './claimSpec/schema';
export { validateClaimSpec } from './claimSpec/validateClaimSpec';
export { FleetPlacementSchema } from './placement/schema';
export { validatePlacement } from './placement/validatePlacement';
export type { PlacedOverlay } from './placement/PlacementValue';
export type { NodeGroupValue } from './nodeGroups/schema';
export type { ClaimSpecOptions } from './claimSpec/schema';
export { FleetPipelinePickerSchema } from './pipelinePicker/schema';
export { FleetStagePickerSchema } from './stagePicker/schema';
export { FleetPromotionPreviewSchema } from './promotionPreview/schema';
export { FleetAdoptionSchema } from './adoption/schema';
export { FleetDaySchema } from './day/schema';
export { validateDay } from './day/validateDay';
export { FleetLocalTimeSchema } from './localTime/schema';
export { validateLocalTime } from './localTime/validateLocalTime';
export { FleetTimeZonePickerSchema } from './timeZonePicker/schema';
export { FleetFreezeTitleSchema } from './freezeTitle/schema';
export { validateFreezeTitle } from './freezeTitle/validateFreezeTitle';
export { FleetFreezeRuleSchema } from './freezeRule/schema';
export { validateFreezeRule } from './freezeRule/validateFreezeRule';
