import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** The form fields. @public */
export const scaffolderModuleFleet = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    FormFieldBlueprint.make({
      name: 'cluster-picker',
      params: {
        field: () => import('./clusterPicker/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'environment-picker',
      params: {
        field: () => import('./environmentPicker/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'region-picker',
      params: {
        field: () => import('./regionPicker/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'kubernetes-version-picker',
      params: {
        field: () => import('./versionPicker/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'node-groups',
      params: {
        field: () => import('./nodeGroups/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'addons',
      params: {
        field: () => import('./addons/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'claim-spec',
      params: {
        field: () => import('./claimSpec/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'placement',
      params: {
        field: () => import('./placement/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'pipeline-picker',
      params: {
        field: () => import('./pipelinePicker/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'stage-picker',
      params: {
        field: () => import('./stagePicker/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'promotion-preview',
      params: {
        field: () => import('./promotionPreview/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'adoption',
      params: {
        field: () => import('./adoption/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'day',
      params: {
        field: () => import('./day/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'local-time',
      params: {
        field: () => import('./localTime/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'freeze-title',
      params: {
        field: () => import('./freezeTitle/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'freeze-rule',
      params: {
        field: () => import('./freezeRule/field').then(m => m.field),
      },
    }),
    FormFieldBlueprint.make({
      name: 'time-zone-picker',
      params: {
        field: () => import('./timeZonePicker/field').then(m => m.field),
      },
    }),
  ],
});
