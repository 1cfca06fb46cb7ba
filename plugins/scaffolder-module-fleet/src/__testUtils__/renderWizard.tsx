import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import type { JsonObject } from '@backstage/types';
import { FleetAddons } from '../addons/FleetAddons';
import { validateAddons } from '../addons/validateAddons';
import { FleetClaimSpec } from '../claimSpec/FleetClaimSpec';
import { validateClaimSpec } from '../claimSpec/validateClaimSpec';
import { FleetClusterPicker } from '../clusterPicker/FleetClusterPicker';
import { validateCluster } from '../clusterPicker/validateCluster';
import { FleetEnvironmentPicker } from '../environmentPicker/FleetEnvironmentPicker';
import { validateEnvironment } from '../environmentPicker/validateEnvironment';
import { FleetNodeGroups } from '../nodeGroups/FleetNodeGroups';
import { validateNodeGroups } from '../nodeGroups/validateNodeGroups';
import { FleetPlacement } from '../placement/FleetPlacement';
import { validatePlacement } from '../placement/validatePlacement';
import { FleetRegionPicker } from '../regionPicker/FleetRegionPicker';
import { validateRegion } from '../regionPicker/validateRegion';
import { FleetKubernetesVersionPicker } from '../versionPicker/FleetKubernetesVersionPicker';
import { validateKubernetesVersion } from '../versionPicker/validateKubernetesVersion';
import { FleetPipelinePicker } from '../pipelinePicker/FleetPipelinePicker';
import { FleetStagePicker } from '../stagePicker/FleetStagePicker';
import { FleetPromotionPreview } from '../promotionPreview/FleetPromotionPreview';
import { FleetAdoption } from '../adoption/FleetAdoption';
import { FleetDay } from '../day/FleetDay';
import { validateDay } from '../day/validateDay';
import { FleetLocalTime } from '../localTime/FleetLocalTime';
import { validateLocalTime } from '../localTime/validateLocalTime';
import { FleetTimeZonePicker } from '../timeZonePicker/FleetTimeZonePicker';
import { FleetFreezeTitle } from '../freezeTitle/FleetFreezeTitle';
import { validateFreezeTitle } from '../freezeTitle/validateFreezeTitle';
import { FleetFreezeRule } from '../freezeRule/FleetFreezeRule';
import { validateFreezeRule } from '../freezeRule/validateFreezeRule';
import type { FakeFleet } from './FakeFleet';

const extensions = [
  {
    name: 'FleetAddons',
    component: FleetAddons,
    validation: validateAddons,
  },
  {
    name: 'FleetClaimSpec',
    component: FleetClaimSpec,
    validation: validateClaimSpec,
  },
  {
    name: 'FleetClusterPicker',
    component: FleetClusterPicker,
    validation: validateCluster,
  },
  {
    name: 'FleetEnvironmentPicker',
    component: FleetEnvironmentPicker,
    validation: validateEnvironment,
  },
  {
    name: 'FleetNodeGroups',
    component: FleetNodeGroups,
    validation: validateNodeGroups,
  },
  {
    name: 'FleetPlacement',
    component: FleetPlacement,
    validation: validatePlacement,
  },
  {
    name: 'FleetRegionPicker',
    component: FleetRegionPicker,
    validation: validateRegion,
  },
  {
    name: 'FleetKubernetesVersionPicker',
    component: FleetKubernetesVersionPicker,
    validation: validateKubernetesVersion,
  },
  { name: 'FleetPipelinePicker', component: FleetPipelinePicker },
  { name: 'FleetStagePicker', component: FleetStagePicker },
  { name: 'FleetPromotionPreview', component: FleetPromotionPreview },
  { name: 'FleetAdoption', component: FleetAdoption },
  { name: 'FleetDay', component: FleetDay, validation: validateDay },
  {
    name: 'FleetLocalTime',
    component: FleetLocalTime,
    validation: validateLocalTime,
  },
  {
    name: 'FleetFreezeTitle',
    component: FleetFreezeTitle,
    validation: validateFreezeTitle,
  },
  {
    name: 'FleetFreezeRule',
    component: FleetFreezeRule,
    validation: validateFreezeRule,
  },
  { name: 'FleetTimeZonePicker', component: FleetTimeZonePicker },
];

/** The wizard of a template whose form has these fields, in a running app. Answers what it was filled in with. */
export async function renderWizard(
  fleet: FakeFleet,
  properties: JsonObject,
  initialState: JsonObject = {},
) {
  const created: JsonObject[] = [];
  await renderInTestApp(
    <TestApiProvider apis={[[fleetApiRef, fleet.client]]}>
      <Stepper
        manifest={{
          title: 'Order',
          steps: [{ title: 'What', schema: { properties } }],
        }}
        extensions={extensions}
        initialState={initialState as Record<string, string>}
        onCreate={async values => {
          created.push(values);
        }}
      />
    </TestApiProvider>,
  );
  return created;
}
