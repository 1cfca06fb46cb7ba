/**
 * The form fields for the old frontend system.
 *
 * @packageDocumentation
 */
import { createPlugin } from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { FleetClusterPicker } from './clusterPicker/FleetClusterPicker';
import { FleetClusterPickerSchema } from './clusterPicker/schema';
import { validateCluster } from './clusterPicker/validateCluster';
import { FleetEnvironmentPicker } from './environmentPicker/FleetEnvironmentPicker';
import { FleetEnvironmentPickerSchema } from './environmentPicker/schema';
import { validateEnvironment } from './environmentPicker/validateEnvironment';
import { FleetRegionPicker } from './regionPicker/FleetRegionPicker';
import { FleetRegionPickerSchema } from './regionPicker/schema';
import { validateRegion } from './regionPicker/validateRegion';
import { FleetKubernetesVersionPicker } from './versionPicker/FleetKubernetesVersionPicker';
import { FleetKubernetesVersionPickerSchema } from './versionPicker/schema';
import { validateKubernetesVersion } from './versionPicker/validateKubernetesVersion';
import { FleetNodeGroups } from './nodeGroups/FleetNodeGroups';
import { FleetNodeGroupsSchema } from './nodeGroups/schema';
import { validateNodeGroups } from './nodeGroups/validateNodeGroups';
import { FleetAddons } from './addons/FleetAddons';
import { FleetAddonsSchema } from './addons/schema';
import { validateAddons } from './addons/validateAddons';
import { FleetClaimSpec } from './claimSpec/FleetClaimSpec';
import {
  FleetClaimSpecSchema,
  type ClaimSpecOptions,
} from './claimSpec/schema';
import { validateClaimSpec } from './claimSpec/validateClaimSpec';
import { FleetPlacement } from './placement/FleetPlacement';
import { FleetPlacementSchema } from './placement/schema';
import { validatePlacement } from './placement/validatePlacement';
import { FleetPipelinePicker } from './pipelinePicker/FleetPipelinePicker';
import { FleetPipelinePickerSchema } from './pipelinePicker/schema';
import { FleetStagePicker } from './stagePicker/FleetStagePicker';
import { FleetStagePickerSchema } from './stagePicker/schema';
import { FleetPromotionPreview } from './promotionPreview/FleetPromotionPreview';
import { FleetPromotionPreviewSchema } from './promotionPreview/schema';
import { FleetAdoption } from './adoption/FleetAdoption';
import { FleetAdoptionSchema } from './adoption/schema';
import { FleetDay } from './day/FleetDay';
import { FleetDaySchema } from './day/schema';
import { validateDay } from './day/validateDay';
import { FleetLocalTime } from './localTime/FleetLocalTime';
import { FleetLocalTimeSchema } from './localTime/schema';
import { validateLocalTime } from './localTime/validateLocalTime';
import { FleetFreezeTitle } from './freezeTitle/FleetFreezeTitle';
import { FleetFreezeTitleSchema } from './freezeTitle/schema';
import { validateFreezeTitle } from './freezeTitle/validateFreezeTitle';
import { FleetFreezeRule } from './freezeRule/FleetFreezeRule';
import { FleetFreezeRuleSchema } from './freezeRule/schema';
import { validateFreezeRule } from './freezeRule/validateFreezeRule';
import { FleetTimeZonePicker } from './timeZonePicker/FleetTimeZonePicker';
import { FleetTimeZonePickerSchema } from './timeZonePicker/schema';

const plugin = createPlugin({ id: 'scaffolder-fleet' });

/** `ui:field: FleetClusterPicker`. @public */
export const FleetClusterPickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetClusterPicker',
    component: FleetClusterPicker,
    validation: validateCluster,
    schema: FleetClusterPickerSchema.schema,
  }),
);

/** `ui:field: FleetEnvironmentPicker`. @public */
export const FleetEnvironmentPickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetEnvironmentPicker',
    component: FleetEnvironmentPicker,
    validation: validateEnvironment,
    schema: FleetEnvironmentPickerSchema.schema,
  }),
);

/** `ui:field: FleetRegionPicker`. @public */
export const FleetRegionPickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetRegionPicker',
    component: FleetRegionPicker,
    validation: validateRegion,
    schema: FleetRegionPickerSchema.schema,
  }),
);

/** `ui:field: FleetKubernetesVersionPicker`. @public */
export const FleetKubernetesVersionPickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetKubernetesVersionPicker',
    component: FleetKubernetesVersionPicker,
    validation: validateKubernetesVersion,
    schema: FleetKubernetesVersionPickerSchema.schema,
  }),
);

/** `ui:field: FleetNodeGroups`. @public */
export const FleetNodeGroupsFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetNodeGroups',
    component: FleetNodeGroups,
    validation: validateNodeGroups,
    schema: FleetNodeGroupsSchema.schema,
  }),
);

/** `ui:field: FleetAddons`. @public */
export const FleetAddonsFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetAddons',
    component: FleetAddons,
    validation: validateAddons,
    schema: FleetAddonsSchema.schema,
  }),
);

/** `ui:field: FleetClaimSpec`. @public */
export const FleetClaimSpecFieldExtension = plugin.provide(
  createScaffolderFieldExtension<
    typeof FleetClaimSpecSchema.TOutput,
    ClaimSpecOptions
  >({
    name: 'FleetClaimSpec',
    component: FleetClaimSpec,
    validation: validateClaimSpec,
    schema: FleetClaimSpecSchema.schema,
  }),
);

/** `ui:field: FleetPlacement`. @public */
export const FleetPlacementFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetPlacement',
    component: FleetPlacement,
    validation: validatePlacement,
    schema: FleetPlacementSchema.schema,
  }),
);

/** `ui:field: FleetPipelinePicker`. @public */
export const FleetPipelinePickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetPipelinePicker',
    component: FleetPipelinePicker,
    schema: FleetPipelinePickerSchema.schema,
  }),
);

/** `ui:field: FleetStagePicker`. @public */
export const FleetStagePickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetStagePicker',
    component: FleetStagePicker,
    schema: FleetStagePickerSchema.schema,
  }),
);

/** `ui:field: FleetPromotionPreview`. @public */
export const FleetPromotionPreviewFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetPromotionPreview',
    component: FleetPromotionPreview,
    schema: FleetPromotionPreviewSchema.schema,
  }),
);

/** `ui:field: FleetAdoption`. @public */
export const FleetAdoptionFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetAdoption',
    component: FleetAdoption,
    schema: FleetAdoptionSchema.schema,
  }),
);

/** `ui:field: FleetDay`. @public */
export const FleetDayFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetDay',
    component: FleetDay,
    validation: validateDay,
    schema: FleetDaySchema.schema,
  }),
);

/** `ui:field: FleetLocalTime`. @public */
export const FleetLocalTimeFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetLocalTime',
    component: FleetLocalTime,
    validation: validateLocalTime,
    schema: FleetLocalTimeSchema.schema,
  }),
);

/** `ui:field: FleetTimeZonePicker`. @public */
export const FleetTimeZonePickerFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetTimeZonePicker',
    component: FleetTimeZonePicker,
    schema: FleetTimeZonePickerSchema.schema,
  }),
);

/** `ui:field: FleetFreezeTitle`. @public */
export const FleetFreezeTitleFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetFreezeTitle',
    component: FleetFreezeTitle,
    validation: validateFreezeTitle,
    schema: FleetFreezeTitleSchema.schema,
  }),
);

/** `ui:field: FleetFreezeRule`. @public */
export const FleetFreezeRuleFieldExtension = plugin.provide(
  createScaffolderFieldExtension({
    name: 'FleetFreezeRule',
    component: FleetFreezeRule,
    validation: validateFreezeRule,
    schema: FleetFreezeRuleSchema.schema,
  }),
);
